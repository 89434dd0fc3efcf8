/** A part of the agent with a life of its own. Constructors do nothing; `start` resolves when it is usable. */
export interface Service {
  readonly name: string;
  /** Begins to work; `signal` aborts when the whole agent stops. Rejects when the service cannot work now. */
  start(signal: AbortSignal): Promise<void>;
  /** Lets go of everything. Called once after a start that resolved; must not throw for being late. */
  stop(): Promise<void>;
  /** Told when the service failed after its start and does nothing any more; the supervisor stops and starts it again. */
  onCrash?(listener: (error: unknown) => void): void;
}
