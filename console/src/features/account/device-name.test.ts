import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

test("browsers that pretend to be others are still told apart", () => {
  const chrome = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`;
  expect(deviceName(chrome)).toEqual({ browser: "Chrome", system: "Windows" });
  expect(deviceName(`${chrome} Edg/140.0.0.0`)).toEqual({ browser: "Edge", system: "Windows" });
});

test("a phone is a phone and not the system its text also names", () => {
  const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
  expect(deviceName(phone)).toEqual({ browser: "Safari", system: "iPhone" });
  expect(deviceName(`Mozilla/5.0 (Linux; Android 15) ${WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36`).system).toBe("Android");
});

test("a program says nothing and gets no name", () => expect(deviceName("curl/8.5.0")).toEqual({ browser: undefined, system: undefined }));
