// The console's start: policy first, then language, then the page.
import "./trusted-types.ts";
import "@mantine/core/styles.css";
import "./ui/tokens.css";
import "./ui/layout.css";
import "./ui/pieces.css";
import "./ui/states.css";
import "./ui/lists.css";
import "./ui/grid.css";
import "./ui/views.css";
import "./ui/palette.css";
import "./ui/chart/chart.css";
import "./ui/pages.css";
import "./ui/administration.css";
import "./ui/equipment.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { startI18n } from "./app/i18n.ts";

// After an update of the server the old pages' files are gone: load the new ones, but never in a loop.
const RELOADED = "vigia.reloaded-at";
window.addEventListener("vite:preloadError", () => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < 10_000) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
});

const host = document.getElementById("root");
if (host === null) throw new Error("index.html has no #root");
createRoot(host).render(<App i18n={await startI18n()} />);
