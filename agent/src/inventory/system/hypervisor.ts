// Which hypervisor a machine runs on, by what its firmware says.

/** In order: the first that fits. Maker and model are matched together as "maker|model|version". */
const SIGNS: readonly [RegExp, string][] = [
  [/vmware/i, "vmware"],
  [/virtualbox|innotek/i, "virtualbox"],
  [/microsoft corporation\|virtual machine/i, "hyper-v"],
  [/parallels/i, "parallels"],
  [/\bxen\b|hvm domu/i, "xen"],
  [/bhyve/i, "bhyve"],
  [/wine project/i, "wine"],
  [/apple virtualization/i, "apple"],
  [
    /qemu|\bkvm\b|bochs|ovirt|rhev|openstack|google compute|amazon ec2\|(?!.*\.metal)|alibaba cloud ecs|digitalocean|hetzner\|vserver/i,
    "kvm",
  ],
];

/** Name as in SystemSection.hypervisor; "" for a physical or unknown machine. */
export function hypervisorOf(maker: string, model: string, version = ""): string {
  const said = `${maker}|${model}|${version}`;
  return SIGNS.find(([sign]) => sign.test(said))?.[1] ?? "";
}
