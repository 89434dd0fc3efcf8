import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Assets stay files and no polyfill is inlined: the page's policy allows scripts from its own origin only.
export default defineConfig({
  plugins: [react()],
  build: { target: "es2023", sourcemap: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
