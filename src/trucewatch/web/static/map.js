// The map one can move; where there is no WebGL, the drawing stays.
import * as maplibregl from "/static/vendor/maplibre-gl.mjs";

const box = document.querySelector("#map");
const drawn = document.querySelector("#map-svg");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const EARTH = 6371;

function circle([lon, lat], km, properties) {
  const ring = [];
  const up = (km / EARTH) * (180 / Math.PI);
  const across = up / Math.cos((lat * Math.PI) / 180);
  for (let n = 0; n <= 48; n += 1) {
    const turn = (n / 48) * 2 * Math.PI;
    ring.push([lon + across * Math.cos(turn), lat + up * Math.sin(turn)]);
  }
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } };
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

async function show() {
  const codes = box.dataset.countries.split(",").filter(Boolean);
  const [points, ...outlines] = await Promise.all([
    json(box.dataset.points),
    ...codes.map((code) => json(`/api/outlines/${code}`)),
  ]);
  const land = { type: "FeatureCollection", features: outlines.flatMap((o) => o.features) };
  const held = box.dataset.held.split(",").filter(Boolean);
  const rings = {
    type: "FeatureCollection",
    features: points.features.map((p) =>
      circle(p.geometry.coordinates, p.properties.ring_km, p.properties)),
  };
  maplibregl.setWorkerUrl?.("/static/vendor/maplibre-gl-worker.mjs");
  if (maplibregl.getRTLTextPluginStatus?.() === "unavailable")
    maplibregl.setRTLTextPlugin("/static/vendor/mapbox-gl-rtl-text.js", true);
  await document.fonts.load('600 12px "Noto Sans"');
  box.hidden = false;
  const map = new maplibregl.Map({
    container: box,
    attributionControl: false,
    dragRotate: false,
    style: {
      version: 8,
      sources: {
        land: { type: "geojson", data: land },
        rings: { type: "geojson", data: rings },
        points: { type: "geojson", data: points },
      },
      layers: [
        { id: "ground", type: "background", paint: { "background-color": colour("--sunk") } },
        { id: "land", type: "fill", source: "land", paint: {
          "fill-color": ["case", ["in", ["get", "id"], ["literal", held]],
            colour("--warm-ground"), colour("--panel")] } },
        { id: "borders", type: "line", source: "land", paint: { "line-color": colour("--faint"), "line-width": 0.7 } },
        { id: "rings", type: "fill", source: "rings", paint: { "fill-color": colour("--accent"), "fill-opacity": 0.1 } },
        { id: "ring-lines", type: "line", source: "rings", paint: { "line-color": colour("--accent"), "line-width": 1, "line-dasharray": [2, 2] } },
        { id: "dots", type: "circle", source: "points", paint: {
          "circle-color": colour("--accent"), "circle-stroke-color": colour("--panel"), "circle-stroke-width": 1.5,
          "circle-radius": ["min", 14, ["+", 3, ["sqrt", ["get", "count"]]]] } },
        { id: "names", type: "symbol", source: "points", layout: {
          "text-field": ["get", "name"], "text-font": ["Noto Sans"], "text-size": 12,
          "text-anchor": "left", "text-offset": [0.9, 0], "symbol-sort-key": ["-", 0, ["get", "count"]] },
          paint: { "text-color": colour("--ink"), "text-halo-color": colour("--panel"), "text-halo-width": 1.5 } },
      ],
    },
  });
  const frame = new maplibregl.LngLatBounds();
  const first = outlines[0]?.features ?? [];
  const walk = (c) => (typeof c[0] === "number" ? frame.extend(c) : c.forEach(walk));
  const [west, south, east, north] = box.dataset.area.split(",").map(Number);
  const chosen = box.dataset.area !== "";
  if (chosen) frame.extend([west, south]).extend([east < west ? east + 360 : east, north]);
  else first.forEach((f) => walk(f.geometry.coordinates));
  if (!chosen && !first.length) points.features.forEach((p) => frame.extend(p.geometry.coordinates));
  if (!frame.isEmpty()) map.fitBounds(frame, { padding: 20, animate: false });
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
  offerArea(map);
  map.on("click", "dots", (event) => {
    const link = document.createElement("a");
    link.dataset.evidence = "";
    link.href = box.dataset.evidenceAt.replace("KEYS", event.features[0].properties.claims);
    document.body.append(link);
    link.click();
    link.remove();
  });
  map.on("mouseenter", "dots", () => (map.getCanvas().style.cursor = "pointer"));
  map.on("mouseleave", "dots", () => (map.getCanvas().style.cursor = ""));
  map.getCanvas().setAttribute("aria-label", "Map; the table says the same");
  map.once("idle", () => {
    // the drawing stays for those who cannot use a canvas
    drawn.classList.add("hidden");
    box.dataset.ready = "1";
  });
}

// What is in view becomes the area that everything is narrowed down to.
function offerArea(map) {
  const button = document.querySelector("#area-here");
  const field = document.querySelector("#area");
  const turned = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  button.hidden = false;
  button.addEventListener("click", () => {
    const view = map.getBounds();
    const whole = view.getEast() - view.getWest() >= 360;
    const [west, east] = whole ? [-180, 180] : [turned(view.getWest()), turned(view.getEast())];
    field.value = [west, Math.max(view.getSouth(), -90), east, Math.min(view.getNorth(), 90)]
      .map((side) => Number(side.toFixed(3)))
      .join(",");
    field.form.requestSubmit();
  });
}

function brush() {
  const form = document.querySelector("#brush");
  if (!form) return;
  form.hidden = false;
  const [from, to] = ["#brush-from", "#brush-to"].map((s) => form.querySelector(s));
  const first = Date.parse(form.dataset.first);
  const last = Date.parse(form.dataset.last);
  const day = (value) => new Date(first + ((last - first) * value) / 1000).toISOString().slice(0, 10);
  const say = () => {
    form.querySelector("output").textContent = `${day(from.value)} to ${day(to.value)}`;
  };
  say();
  form.addEventListener("input", say);
  form.addEventListener("change", () => {
    const url = new URL(location.href);
    const [a, b] = [Number(from.value), Number(to.value)].sort((x, y) => x - y);
    url.searchParams.set("from", day(a));
    url.searchParams.set("to", day(b));
    location.assign(url);
  });
}

brush();
if (box) {
  show().catch((error) => {
    box.hidden = true;
    drawn.classList.remove("hidden");
    console.info("The drawing stays:", error.message);
  });
}
