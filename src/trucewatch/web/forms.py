"""Forms: what each change is told, by name and type, the same for pages and programs.

A route names its form; ``/openapi.json`` describes it from here, and a handler gets it
filled in. Words out of a list are checked by what they are for, which names near ones.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import FormData

from trucewatch import api
from trucewatch.errors import RequestError
from trucewatch.values.stances import Assertion, Polarity, Quantifier
from trucewatch.web.people import Role

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
ANSWERS: dict[int | str, dict[str, Any]] = {
    400: {"description": "The form cannot be used so; the answer says why."},
    401: {"description": "Nobody is signed in."},
    403: {"description": "The role does not allow it, or the form is of no session."},
    404: {"description": "Something it names is not there."},
}
LONG = 1_000_000


class FormError(RequestError):
    """A form without something it needs."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        said = "; ".join(f"{name}: {what}" for name, what in faults)
        super().__init__(f"the form cannot be used: {said}")


def one_of(*words: str, about: str) -> Any:  # noqa: ANN401 - a field of any type
    """Return a field that takes one of some words.

    Args:
        words: The words.
        about: What the field is.
    """
    return Field("", description=about, json_schema_extra={"enum": ["", *words]})


def said(about: str, *, most: int = 2_000) -> Any:  # noqa: ANN401 - a field of any type
    """Return a field of words that may be left empty.

    Args:
        about: What the field is.
        most: Most characters it takes.
    """
    return Field("", description=about, max_length=most)


class Form(BaseModel):
    """What every form sends."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    csrf: str = Field(
        "", description="Token of the session; or send it as the header X-CSRF."
    )
    back: str = said("Page of the workbench to return to.")


class SigningIn(Form):
    """Who somebody is."""

    name: str = said("Name.")
    password: str = Field("", description="Password.", max_length=1_000)


class Settling(Form):
    """Whose reading of a claim counts."""

    coder: str = said("Name of the coder, or `none` where none is right.")
    note: str = said("Why.")


class Entering(Form):
    """A person with role and password."""

    name: str = said("Name to sign in with.", most=100)
    role: str = one_of(*Role, about="What they may do.")
    password: str = Field("", description="12 characters or more.", max_length=1_000)


class LettingIn(Form):
    """Whether somebody may sign in."""

    name: str = said("Name.", most=100)
    active: str = one_of("yes", "no", about="Whether they may sign in.")


class Grading(Form):
    """A source's grade by the Admiralty code."""

    source: str = said("Key or words of the source, or key of a claim.")
    grade: str = said("Letter, of a claim with a digit: `B`, `B2`.", most=2)
    note: str = said("The reason.")
    topic: str = said("Family of claims it holds for; empty for all.", most=10)


class Naming(Form):
    """Whom a name means."""

    name: str = said("The name as written.")
    id: str = said("Whom it means; empty takes an earlier decision back.")
    according_to: str = said("Key or words of the source in whose texts it does.")
    start: str = said("First day it does (ISO 8601).", most=10)
    end: str = said("Last day it does.", most=10)
    note: str = said("The reason.")


class Drafting(Form):
    """A brief from the standpoint in the address."""

    title: str = said("Heading.", most=300)
    audience: str = one_of(*api.audiences(), about="For whom it is: the template.")
    start: str = said("First day it is about.", most=10)
    end: str = said("Last day it is about.", most=10)
    area: str = said("Key or name of the place it is about.", most=200)
    redact: str = one_of("yes", about="Withhold private persons and fine coordinates.")
    keep: str = said("Names that are public, one a line.", most=20_000)
    also: str = said("Names or words to withhold besides, one a line.", most=20_000)


class Remarking(Form):
    """What somebody asks to be changed in a draft."""

    what: str = said("What, in a sentence or two.")


class Saving(Form):
    """A page to keep under a name; ``back`` is its address."""

    name: str = said("What the view is called.", most=80)
    everybody: str = said("Anything, to show it to everybody; that takes a coder.")


class Forgetting(Form):
    """A saved view to forget."""

    name: str = said("What the view is called.", most=80)
    everybody: str = said("Anything, where it is everybody's; that takes a coder.")


class Erasing(Form):
    """A document to erase for good."""

    reason: str = said("Why; it stays in the log.")
    sure: str = one_of("yes", about="That whoever asks knows it cannot be undone.")


class Explaining(Form):
    """Where a contradiction stands."""

    state: str = one_of(*api.MatterState, about="Its state from here on.")
    reason: str = one_of(*api.ExplanationReason, about="The typed reason, if any.")
    note: str = said("One sentence for readers of the brief.")


class HandingIn(Form):
    """Documents for a dry run: files, a text, an address or a feed."""

    text: str = said("Text of a document.", most=LONG)
    title: str = said("Title of the text.")
    url: str = said("Address to fetch, or where the text stands.")
    feed: str = said("Address of a feed (RSS or Atom), whose entries are listed.")
    publisher: str = said("Publisher, where the document does not say.")
    published: str = said("Day of publication, where the document does not say.")


class Choosing(Form):
    """Entries of a feed to fetch: their addresses, each in a field `entry`."""

    entry: str = said("Address of an entry; the field may come many times.")


class Polling(Form):
    """The known feeds, to be fetched anew."""

    again: str = one_of("yes", about="Fetch also what was fetched before.")


class Knowing(Form):
    """A feed to fetch no more."""

    feed: str = said("Its address.")


class Taking(Form):
    """What becomes of documents after their dry run."""

    word: str = one_of("take", "drop", about="Record them, or forget them.")


class Queued(Form):
    """The queue that a decision was made in; it is gone on with."""

    q_kind: str = said("Claim type or family.")
    q_speaker: str = said("Who vouches.")
    q_document: str = said("Key of a document.")
    q_rule: str = said("Rule that read it.")
    q_theatre: str = said("Name of a theatre.")
    q_only: str = said("A filter of the queue.")


class Accepting(Queued):
    """Claims of one rule, accepted together."""

    rule: str = said("The rule.")
    keys: str = said("Keys of the claims, with commas between.", most=20_000)


class Deciding(Queued):
    """A verdict on a claim; for a correction, the fields as they should be."""

    word: str = one_of(*api.Verdict, about="The verdict.")
    note: str = said("Why.")
    next: str = said("Key of the claim to go on with.")
    kind: str | None = Field(None, description="Claim type.")
    variant: str | None = Field(None, description="Subkind of the type.")
    polarity: str | None = Field(None, json_schema_extra={"enum": [*Polarity]})
    assertion: str | None = Field(None, json_schema_extra={"enum": [*Assertion]})
    words: str | None = Field(None, description="The number as written.")
    value: str | None = Field(None, description="The number.")
    low: str | None = Field(None, description="Least it can be.")
    high: str | None = Field(None, description="Most it can be.")
    quantifier: str | None = Field(None, json_schema_extra={"enum": ["", *Quantifier]})
    unit: str | None = Field(None, description="What is counted.")
    speaker: str | None = Field(None, description="Who vouches, as written.")
    place: str | None = Field(None, description="Where, as written.")
    start: str | None = Field(None, description="First day it is about.")
    end: str | None = Field(None, description="Last day it is about.")


F = TypeVar("F", bound=Form)


def filled(model: type[F], form: FormData) -> F:
    """Return a form filled in with what was posted.

    Args:
        model: The form.
        form: What was posted; files are left out.

    Raises:
        FormError: Something in it cannot be used.
    """
    words = {name: value for name, value in form.items() if isinstance(value, str)}
    try:
        return model.model_validate(words)
    except ValidationError as error:
        faults = [(str(e["loc"][-1]), str(e["msg"])) for e in error.errors()]
        raise FormError(faults) from error


def described(model: type[Form], *, files: str = "") -> dict[str, Any]:
    """Return a form as OpenAPI has it.

    Args:
        model: The form.
        files: Name of the field for files, or empty.
    """
    schema = model.model_json_schema()
    if files:
        one = {"type": "string", "format": "binary"}
        schema["properties"][files] = {"type": "array", "items": one}
    media = MULTIPART if files else URLENCODED
    return {"requestBody": {"required": True, "content": {media: {"schema": schema}}}}
