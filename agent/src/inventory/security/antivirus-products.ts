// Antivirus products for Linux that need no more than this to be known: their package and the process that protects.

export interface AntivirusProduct {
  readonly name: string;
  /** Packages of dpkg or rpm, any of which installs it. */
  readonly packages: readonly string[];
  /** Processes, any of which means that it protects now. */
  readonly processes: readonly string[];
}

export const ANTIVIRUS_PRODUCTS: readonly AntivirusProduct[] = [
  { name: "ClamAV", packages: ["clamav-daemon", "clamd", "clamav"], processes: ["clamd"] },
  { name: "CrowdStrike Falcon", packages: ["falcon-sensor"], processes: ["falcon-sensor", "falcon-sensor-bpf"] },
  { name: "SentinelOne", packages: ["sentinelagent", "SentinelAgent"], processes: ["s1-agent", "s1-scanner", "s1-perf"] },
  { name: "ESET Endpoint Antivirus", packages: ["eea"], processes: ["scand", "oaeventd"] },
  { name: "ESET Server Security", packages: ["efs"], processes: ["scand", "oaeventd"] },
  { name: "Kaspersky Endpoint Security", packages: ["kesl"], processes: ["kesl"] },
  { name: "Sophos Protection for Linux", packages: ["sophos-spl"], processes: ["sophos_watchdog"] },
  { name: "Trend Micro Deep Security Agent", packages: ["ds-agent", "ds_agent"], processes: ["ds_agent"] },
  { name: "Trellix Endpoint Security", packages: ["mcafeetp", "McAfeeTP", "isectp", "ISecTP"], processes: ["mfetpd"] },
  { name: "Cortex XDR", packages: ["cortex-agent"], processes: ["pmd"] },
];
