// What the agent socket makes of a message, in words.
import { AgentState, EnrolledStatement, type Envelope, Lane, RefusalCode, RefusalStatement, WelcomeStatement } from "@vigia/protocol";
import type { AgentSocket, FakeAgent } from "../fake-agent.ts";
import { until } from "../until.ts";

import { batchOf, facts, type Message, type Speaker, type Speech } from "./agent-messages.ts";

/** An acknowledgement that does not come is waited for while this many others do, so that a busy machine waits longer. */
const ROUNDS = 8;

/** What the server makes of a message by this speaker: the names of its answers, and how it closed the socket. */
export async function answerTo(message: Message, speaker: Speaker, speech: Speech): Promise<string> {
  const socket = await speaker.agent.open();
  try {
    if (message.first !== true && speaker.hello !== undefined) {
      socket.send(speaker.hello(socket));
      await heardMore(socket, 1);
      if (!socket.received.some(({ welcome }) => welcome)) return `not let in: ${await told(socket, 1)}`;
    }
    const before = socket.received.length;
    socket.send(await message.make(speaker, socket, speech));
    if (message.quiet === true && speaker.hello !== undefined) return await unmoved(socket, speaker.agent, before);
    if (message.lane === undefined || speaker.hello === undefined) return await told(socket, before);
    return await acked(socket, speaker.agent, message.lane);
  } finally {
    socket.kill();
  }
}

const isClosed = ({ socket }: AgentSocket): boolean => socket.readyState === socket.CLOSED;

const heardMore = (socket: AgentSocket, than: number): Promise<void> =>
  until(() => {
    if (socket.received.length <= than && !isClosed(socket)) throw new Error("nothing was said");
  });

/** What was said since, in words; a refusal and a goodbye come with the close. */
async function told(socket: AgentSocket, since: number): Promise<string> {
  await heardMore(socket, since);
  const answers = () => socket.received.slice(since);
  if (answers().some(({ welcome }) => welcome)) return `welcome ${stateIn(answers()[0])}`;
  const { code } = await socket.closed;
  return [...answers().map(wordsOf), `closed ${code}`].join(", ");
}

const stateIn = (envelope: Envelope | undefined): string =>
  WelcomeStatement.decode(envelope?.welcome?.statement ?? new Uint8Array()).state === AgentState.AGENT_STATE_ACTIVE ? "active" : "pending";

function wordsOf({ body, refusal, enrolled: answer }: Envelope): string {
  if (refusal)
    return (RefusalCode[RefusalStatement.decode(refusal.statement ?? new Uint8Array()).code ?? 0] ?? "")
      .slice("REFUSAL_CODE_".length)
      .toLowerCase();
  if (answer)
    return EnrolledStatement.decode(answer.statement ?? new Uint8Array()).state === AgentState.AGENT_STATE_ACTIVE
      ? "enrolled active"
      : "enrolled pending";
  return body ?? "";
}

/** What was said to a message that needs no answer: the state after it is acknowledged, because the session goes on. */
async function unmoved(socket: AgentSocket, agent: FakeAgent, since: number): Promise<string> {
  socket.send(batchOf(agent, Lane.LANE_STATE, facts(1, Date.now())));
  await until(() => {
    if (!socket.received.slice(since).some(({ ack }) => ack)) throw new Error("not acknowledged");
  });
  const others = socket.received.slice(since).filter(({ ack }) => !ack);
  return others.length === 0 ? "taken no notice of" : others.map(wordsOf).join(", ");
}

/** Whether the lane's records were taken. The state after them is always: once it is acknowledged several times they had their turn. */
async function acked(socket: AgentSocket, agent: FakeAgent, lane: Lane): Promise<string> {
  const upto = (wanted: Lane): number => Math.max(0, ...socket.received.map(({ ack }) => (ack?.lane === wanted ? Number(ack.seq) : 0)));
  const taken = (wanted: Lane, seq = 1): Promise<void> =>
    until(() => {
      if (upto(wanted) < seq) throw new Error("not acknowledged");
    });
  if (lane === Lane.LANE_STATE) await taken(lane);
  for (let round = 1; round <= ROUNDS && upto(lane) === 0; round++) {
    socket.send(batchOf(agent, Lane.LANE_STATE, facts(round, Date.now())));
    await taken(Lane.LANE_STATE, round);
  }
  return upto(lane) > 0 ? "ack" : "not taken";
}
