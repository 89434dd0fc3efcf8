import type { scoped as english } from "./locale-scoped.en.ts";

export const scoped: typeof english = {
  title: "Intervalos e limites",
  key: {
    metricsIntervalSeconds: "Medições",
    factsIntervalSeconds: "Descrição da máquina",
    maxFileMebibytes: "Tamanho de um arquivo",
    quotaGibibytes: "Tamanho de todos os arquivos juntos",
  },
  help: {
    metricsIntervalSeconds: "Com que frequência processador, memória, discos e rede são medidos. De {{least}} a {{most}}.",
    factsIntervalSeconds: "Com que frequência o agente verifica se a própria máquina mudou. De {{least}} a {{most}}.",
    maxFileMebibytes: "Qual o tamanho máximo de um arquivo anexado. Quem opera este servidor pode ter definido um limite menor.",
    quotaGibibytes: "Quanto todos os arquivos anexados podem ocupar. Quem opera este servidor pode ter definido um limite menor.",
  },
  seconds: "segundos",
  mebibytes: "MiB",
  gibibytes: "GiB",
  upTo: "até {{size}}",
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
  saved: "Salvo. Vale na hora.",
  loadWhat: "as configurações",
};
