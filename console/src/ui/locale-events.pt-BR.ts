import type { events as english } from "./locale-events.en.ts";

export const events: typeof english = {
  enrolled: "Registrado",
  approved: "Aprovado",
  refused: "Recusado",
  revoked: "Chave revogada",
  unenrolled: "Registro desfeito na máquina",
  online: "Ficou on-line",
  offline: "Ficou off-line",
  renamed: "Renomeado",
  moved: "Movido",
  deleted: "Excluído",
  hardware_known: "Hardware já visto antes",
  agent_started: "Agente iniciado",
  agent_stopped: "Agente parado",
  machine_booted: "Máquina reiniciada",
  spool_repaired: "Registros guardados reparados",
  server_restored: "Servidor restaurado de um backup",
  tls_key_changed: "Chave TLS do servidor mudou",
  clock_stepped: "Relógio saltou",
  spool_full: "Sem espaço para guardar registros",
};
