import { expect, test } from "vitest";
import { type Service, servicesShown } from "./services-shown.ts";

const services: Service[] = [
  { name: "cron", state: "running" },
  { name: "nginx", title: "A web server", state: "failed" },
  { name: "Spooler", title: "Print Spooler", state: "stopped" },
  { name: "odd" },
];
const names = (list: readonly Service[]) => list.map(({ name }) => name);

test("failed services stand first and the others keep their order", () =>
  expect(names(servicesShown(services, { text: "", state: "" }))).toEqual(["nginx", "cron", "Spooler", "odd"]));
test("a service is found by its name and by its title, whatever the case", () => {
  expect(names(servicesShown(services, { text: " SPOOL", state: "" }))).toEqual(["Spooler"]);
  expect(names(servicesShown(services, { text: "web", state: "" }))).toEqual(["nginx"]);
});
test("a state leaves out the others and those whose state is not known", () =>
  expect(names(servicesShown(services, { text: "", state: "running" }))).toEqual(["cron"]));
