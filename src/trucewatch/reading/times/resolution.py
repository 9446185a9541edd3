"""Which function resolves what each rule of the grammar finds."""

from collections.abc import Callable

from trucewatch.reading.times import clocks, dates, lengths, recurrence, relative
from trucewatch.reading.times.frames import Found, Frame, Resolved

Resolver = Callable[[Found, Frame], Resolved | None]

RESOLVERS: dict[str, Resolver] = {
    "clock": clocks.clock,
    "iso": dates.iso,
    "numeric": dates.numeric,
    "day_range": dates.day_range,
    "month_day": dates.month_day,
    "week_of_month": relative.week_of_month,
    "month_year": dates.month,
    "decade": dates.decade,
    "quarter": dates.quarter,
    "year_before": relative.year_before,
    "ordinal_days": recurrence.ordinal_days,
    "days_beside": relative.days_beside,
    "week_of": relative.week_of_day,
    "relative_count": relative.relative_count,
    "relative_unit": relative.bound,
    "plain_relative": relative.plain_relative,
    "part_of_day": relative.part_of_day,
    "weekday": relative.weekday,
    "deictic": relative.deictic,
    "ago": relative.ago,
    "bound": relative.bound,
    "season": dates.season,
    "month": dates.month,
    "weak_month": dates.month,
    "set": recurrence.recurring,
    "ordinal_unit": recurrence.ordinal_unit,
    "age": lengths.duration,
    "length_period": lengths.duration,
    "duration": lengths.duration,
    "spelled_year": dates.spelled_year,
    "day_number": dates.day_number,
    "year_range": dates.year_range,
    "year": dates.year,
    "recent": recurrence.reference,
    "future": recurrence.reference,
    "reference": recurrence.reference,
    "the_past": recurrence.the_past,
    "the_unit": relative.the_unit,
    "bare_units": lengths.duration,
    "holiday": recurrence.holiday,
}
