import type { scoped as english } from "./locale-scoped.en.ts";

export const scoped: typeof english = {
  title: "Com que frequência os agentes enviam dados",
  key: {
    metricsIntervalSeconds: "Medições",
    factsIntervalSeconds: "Descrição da máquina",
  },
  help: {
    metricsIntervalSeconds: "Com que frequência processador, memória, discos e rede são medidos. De {{least}} a {{most}}.",
    factsIntervalSeconds: "Com que frequência o agente verifica se a própria máquina mudou. De {{least}} a {{most}}.",
  },
  seconds: "segundos",
  every: "a cada {{duration}}",
  defaultOrigin: "padrão do produto",
  origin: {
    organization: "da organização",
    client: "do cliente {{name}}",
    site: "do local {{name}}",
    group: "do grupo {{name}}",
    resource: "definido aqui",
  },
  setHere: "definido aqui",
  set: "Definir aqui",
  reset: "Voltar ao herdado",
  outOfRange: "Escreva um número inteiro de {{least}} a {{most}}.",
  saved: "Salvo. Os agentes são avisados na hora.",
  loadWhat: "as configurações",
};
