// The console's start: policy first, then language, then the page.
import "./trusted-types.ts";
import "@mantine/core/styles.css";
import "./ui/tokens.css";
import "./ui/layout.css";
import "./ui/pieces.css";
import "./ui/pages.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { startI18n } from "./app/i18n.ts";

const host = document.getElementById("root");
if (host === null) throw new Error("index.html has no #root");
createRoot(host).render(<App i18n={await startI18n()} />);
