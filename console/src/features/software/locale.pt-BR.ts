import type { software as english } from "./locale.en.ts";

export const software: typeof english = {
  title: "Software",
  count_one: "{{number}} programa e versão",
  count_other: "{{number}} programas e versões",
  loadWhat: "o relatório de software",
  loadHolders: "as máquinas",
  search: "Nome ou fornecedor",
  column: { name: "Programa", version: "Versão", vendor: "Fornecedor", installs: "Máquinas" },
  noVersion: "nenhuma",
  program: "Programa",
  holding: { label: "Quais máquinas", this: "Têm esta versão", any: "Têm alguma versão", none: "Não têm" },
  machines_one: "{{number}} máquina",
  machines_other: "{{number}} máquinas",
  asList: "Abrir como lista",
  nobody: {
    this: "Nenhuma máquina ao seu alcance ainda tem esta versão.",
    any: "Nenhuma máquina ao seu alcance ainda tem este programa.",
    none: "Todas as máquinas ao seu alcance o têm.",
  },
  noMatchTitle: "Nenhum programa corresponde",
  noMatchText: "Nenhuma máquina ao seu alcance tem um programa ou fornecedor com esse nome.",
  emptyTitle: "Nenhum programa conhecido ainda",
  emptyText: "Os programas aparecem aqui quando as máquinas enviam o primeiro inventário, minutos depois de o agente se conectar.",
};
