// Headings of the columns that a table of resources can have.
import type { Language } from "../../spreadsheet/index.ts";

const EN_PT: Readonly<Record<string, readonly [string, string]>> = {
  name: ["Name", "Nome"],
  presence: ["State", "Estado"],
  hostname: ["Host name", "Nome de host"],
  client: ["Client", "Cliente"],
  site: ["Site", "Local"],
  group: ["Group", "Grupo"],
  platform: ["Platform", "Plataforma"],
  os: ["Operating system", "Sistema operacional"],
  cpu: ["Processor load (%)", "Uso do processador (%)"],
  memory: ["Memory used (%)", "Memória usada (%)"],
  worstVolume: ["Fullest volume (%)", "Volume mais cheio (%)"],
  uptime: ["Uptime (seconds)", "Tempo ligado (segundos)"],
  agentVersion: ["Agent version", "Versão do agente"],
  lastSeenAt: ["Last contact", "Último contato"],
  type: ["Type", "Tipo"],
  tags: ["Tags", "Etiquetas"],
  assetTag: ["Asset tag", "Patrimônio"],
  externalKey: ["External key", "Chave externa"],
  acquired: ["Acquired on", "Data de aquisição"],
  warranty: ["Warranty until", "Garantia até"],
  created: ["Added on", "Adicionado em"],
  agentState: ["Agent", "Agente"],
  enrolled: ["Enrolled on", "Registrado em"],
  publicAddress: ["Public address", "Endereço público"],
  osVersion: ["System version", "Versão do sistema"],
  osBuild: ["System build", "Compilação do sistema"],
  architecture: ["Architecture", "Arquitetura"],
  domain: ["Domain", "Domínio"],
  lastUser: ["Last user", "Último usuário"],
  addresses: ["Addresses", "Endereços"],
  macs: ["MAC addresses", "Endereços MAC"],
  manufacturer: ["Manufacturer", "Fabricante"],
  model: ["Model", "Modelo"],
  serial: ["Serial number", "Número de série"],
  chassis: ["Chassis", "Gabinete"],
  virtual: ["Virtual", "Virtual"],
  hypervisor: ["Hypervisor", "Hipervisor"],
  processor: ["Processor", "Processador"],
  memorySize: ["Memory (bytes)", "Memória (bytes)"],
  diskSize: ["Disks (bytes)", "Discos (bytes)"],
  encrypted: ["Encrypted", "Criptografado"],
  diskFailing: ["Disk failing", "Disco com falha"],
  antivirus: ["Antivirus", "Antivírus"],
  antivirusOn: ["Antivirus on", "Antivírus ligado"],
  antivirusCurrent: ["Antivirus up to date", "Antivírus atualizado"],
  firewallOn: ["Firewall on", "Firewall ligado"],
  secureBoot: ["Secure boot", "Inicialização segura"],
  rebootPending: ["Restart pending", "Reinício pendente"],
  updates: ["Updates pending", "Atualizações pendentes"],
  updatesCritical: ["Critical updates", "Atualizações críticas"],
  programs: ["Programs", "Programas"],
};

/** What stands above a column; for the organization's own fields their label. */
export function columnHeading(column: string, language: Language, labels: ReadonlyMap<string, string>): string {
  const words = EN_PT[column];
  if (words !== undefined) return words[language === "en" ? 0 : 1];
  return labels.get(column.replace(/^field\./, "")) ?? column;
}
