// Written in the formats that libvirt (domain XML), lxc.container.conf(5), lxc-ls(1), Proxmox VE and VBoxManage document.
import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";
import { LXC_LS, parseLxcConfig } from "./lxc.ts";
import { parseVBoxList, VBOX_LIST } from "./virtualbox.ts";

const GIB = 1024 ** 3;
const WEB = `<domain type='kvm'>
  <name>web &amp; mail</name>
  <uuid>5E3884EB-0caa-194b-cd17-3d9ca1b20c3b</uuid>
  <memory unit='GiB'>4</memory>
  <vcpu placement='static'>2</vcpu>
  <devices><disk><name>other</name></disk></devices>
</domain>`;
const STATUS = `<domstatus state='paused' reason='user' pid='7'>\n<devices><device alias='x'/></devices>\n${WEB}\n</domstatus>`;

test("libvirt's machines are read from its files, with their state when they run", async () => {
  const guest = {
    name: "web & mail",
    uuid: "5e3884eb-0caa-194b-cd17-3d9ca1b20c3b",
    hypervisor: "kvm",
    memoryBytes: 4 * GIB,
    processors: 2,
  };
  const files = { "/etc/libvirt/qemu/web.xml": WEB, "/etc/libvirt/qemu/networks/default.xml": "<network><name>default</name></network>" };
  expect((await readLinux(fixtureMachine({ files }))).guests).toEqual([{ ...guest, state: "stopped" }]);
  const running = { ...files, "/run/libvirt/qemu/web.xml": STATUS };
  expect((await readLinux(fixtureMachine({ files: running }))).guests).toEqual([{ ...guest, state: "paused" }]);
});

test("Proxmox's guests have their present settings, not those of a snapshot", async () => {
  const files = {
    "/etc/pve/qemu-server/100.conf":
      "cores: 2\nmemory: 4096\nname: erp\nsmbios1: uuid=0a1b2c3d-0000-4000-8000-000000000001\nsockets: 2\n\n[before]\nmemory: 1024\n",
    "/etc/pve/lxc/200.conf": "arch: amd64\nhostname: proxy\nmemory: 512\n",
    "/run/qemu-server/100.pid": "4711\n",
    "/proc/4711/stat": "4711 (kvm) S",
    "/var/lib/lxc/200/config": "lxc.uts.name = proxy\n",
  };
  expect((await readLinux(fixtureMachine({ files }))).guests).toEqual([
    { name: "erp", uuid: "0a1b2c3d-0000-4000-8000-000000000001", state: "running", hypervisor: "kvm", memoryBytes: 4 * GIB, processors: 4 },
    { name: "proxy", uuid: "", state: "stopped", hypervisor: "lxc", memoryBytes: GIB / 2 },
  ]);
});

test("containers of LXC stand with their state and limits", async () => {
  const files = { "/var/lib/lxc/a/config": "lxc.cgroup2.memory.max = 2G\nlxc.cgroup2.cpuset.cpus = 0,2-3\n", "/var/lib/lxc/b/config": "" };
  const programs = { [`lxc-ls ${LXC_LS.join(" ")}`]: "NAME STATE\na    RUNNING\nb    FROZEN\n" };
  expect((await readLinux(fixtureMachine({ files, programs }))).guests).toEqual([
    { name: "a", uuid: "", state: "running", hypervisor: "lxc", memoryBytes: 2 * GIB, processors: 3 },
    { name: "b", uuid: "", state: "paused", hypervisor: "lxc" },
  ]);
  expect(parseLxcConfig("lxc.cgroup.memory.limit_in_bytes =\n", "c", "")).toEqual({
    name: "c",
    uuid: "",
    state: "other",
    hypervisor: "lxc",
  });
});

test("VirtualBox's machines are asked for as the person who has them", async () => {
  const list = `Name:            Old accounts
Groups:          /
Guest OS:        Windows XP
UUID:            3FD80A8F-ed78-4421-9192-c0af6f5f66d5
Memory size:     512MB
Number of CPUs:  1
State:           powered off (since 2011-03-13T14:00:58.778000000)

Shared folders:
Name: 'c', Host path: '/home/ana' (machine mapping), writable

Name:            Web
Guest OS:        Debian (64-bit)
UUID:            d1857d13-a67f-4ba9-a3e6-101e42f59268
Memory size:     1024MB
Number of CPUs:  2
State:           running (since 2011-03-13T14:01:14.757000000)
`;
  const files = { "/etc/passwd": "ana:x:1000:1000::/home/ana:/bin/sh\n", "/home/ana/.config/VirtualBox/VirtualBox.xml": "" };
  const programs = { [`runuser -u ana -- VBoxManage ${VBOX_LIST.join(" ")}`]: list };
  expect((await readLinux(fixtureMachine({ files, programs }))).guests).toEqual([
    {
      name: "Old accounts",
      uuid: "3fd80a8f-ed78-4421-9192-c0af6f5f66d5",
      state: "stopped",
      hypervisor: "virtualbox",
      memoryBytes: GIB / 2,
      processors: 1,
    },
    {
      name: "Web",
      uuid: "d1857d13-a67f-4ba9-a3e6-101e42f59268",
      state: "running",
      hypervisor: "virtualbox",
      memoryBytes: GIB,
      processors: 2,
    },
  ]);
  expect(parseVBoxList("VBoxManage: error\n")).toEqual([]);
});

test("a machine with none has an empty list", async () => {
  expect(await readLinux(fixtureMachine({}))).toEqual({ guests: [] });
});
