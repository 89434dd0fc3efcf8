import type { settings as english } from "./locale.en.ts";

export const settings: typeof english = {
  title: "Configurações",
  place: {
    general: "Geral",
    people: "Pessoas",
    groups: "Grupos",
    explain: "Por que pode?",
    security: "Segurança",
    tokens: "Tokens de API",
    sso: "Login único",
    fields: "Tipos e campos",
    mail: "E-mail e webhooks",
    audit: "Auditoria",
    vault: "Cofre",
  },
  intervalsHelp: "Valem para todas as máquinas, a menos que um cliente, um local ou uma máquina tenha um valor próprio.",
  recovery: "Chave de recuperação",
  recoveryGone: "A chave de recuperação não está mais neste servidor. O arquivo guardado na instalação é o único.",
  about: "Sobre",
  version: "Versão",
  organization: "Organização",
  role: "Seu perfil",
  api: "Referência da API",
  licence: "Software livre sob a AGPL-3.0-or-later.",
};
