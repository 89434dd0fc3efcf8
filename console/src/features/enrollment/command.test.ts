import { describe, expect, test } from "vitest";
import { enrollCommand } from "./command.ts";

describe("the line to paste", () => {
  test("fetches, enrols and runs on Linux and macOS", () =>
    expect(enrollCommand("linux", "https://vigia.example", "enr_AB-c_1")).toBe(
      "curl -fsS https://vigia.example/download/vigia-agent.mjs -o vigia-agent.mjs && sudo node vigia-agent.mjs enroll --server https://vigia.example --token enr_AB-c_1 && sudo node vigia-agent.mjs run",
    ));
  test("is PowerShell on Windows and runs only after enrolling worked", () =>
    expect(enrollCommand("windows", "http://localhost:8080", "enr_x")).toBe(
      "Invoke-WebRequest http://localhost:8080/download/vigia-agent.mjs -OutFile vigia-agent.mjs; node vigia-agent.mjs enroll --server http://localhost:8080 --token enr_x; if ($?) { node vigia-agent.mjs run }",
    ));
  test("quotes whatever a shell would read as more than a word", () => {
    expect(enrollCommand("macos", "https://x", "a'b;$(c)")).toContain("--token 'a'\\''b;$(c)' ");
    expect(enrollCommand("windows", "https://x", "a'b;$(c)")).toContain("--token 'a''b;$(c)';");
  });
});
