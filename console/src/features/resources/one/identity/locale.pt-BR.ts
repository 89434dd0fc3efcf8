import type { identity as english } from "./locale.en.ts";

export const identity: typeof english = {
  same: "Parece ser a mesma máquina que {{name}} ({{score}}).",
  returned: "{{name}} parece ser esta máquina, registrada de novo ({{score}}).",
  agrees: "Igual: {{kinds}}.",
  differs: "Diferente: {{kinds}}.",
  kind: {
    uuid: "UUID da placa-mãe",
    tpm: "chave do TPM",
    serial: "número de série",
    board: "número de série da placa-mãe",
    disk: "discos",
    mac: "placas de rede",
    loose_mac: "docks e placas de rede virtuais",
  },
  merge: "Mesclar…",
  mergeTitle: "{{name}} e {{other}} são uma só máquina?",
  mergeText:
    "{{other}} fica, com nome, lugar, notas, campos, arquivos, segredos e histórico; o que {{name}} tem é somado a ela, e seu agente assume. A chave do agente antigo é revogada e a entrada {{name}} desaparece. Isso não pode ser desfeito.",
  approves: "O agente de {{name}} ainda espera aprovação: ao mesclar, ele também é aprovado.",
  keepsWaiting: "O agente de {{name}} ainda espera aprovação, que você não pode dar: depois de mesclar, continua esperando.",
  mergeAction: "Mesclar em {{other}}",
  merged: "{{name}} agora é {{other}}.",
  dismiss: "São duas máquinas",
  clone: "Duas máquinas usam a chave deste agente, no máximo desde {{when}}. Ele está restrito ao monitoramento.",
  cloneCure:
    "Acontece quando um disco ou uma máquina virtual é copiado. Na cópia, pare o agente, execute “vigia-agent prepare-image” e registre-a de novo; depois confie na que fica.",
  lift: "Confiar neste agente de novo",
  lifted: "O agente é confiável de novo.",
};
