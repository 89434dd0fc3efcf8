import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** What every page needs anyway: one file instead of a dozen small ones. */
const frame =
  /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack\/(history|query-core|react-query|react-router|router-core)|openapi-fetch)\//;

// Assets stay files and no polyfill is inlined: the page's policy allows scripts from its own origin only.
export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2023",
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "frame", test: frame },
            { name: "icons", test: /node_modules\/@tabler\// },
          ],
        },
      },
    },
  },
});
