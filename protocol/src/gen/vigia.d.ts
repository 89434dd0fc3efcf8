import * as $protobuf from "protobufjs";

/** Namespace vigia. */
export namespace vigia {

    /** Namespace v1. */
    namespace v1 {

        /** Lane enum. */
        enum Lane {

            /** LANE_UNSPECIFIED value */
            LANE_UNSPECIFIED = 0,

            /** LANE_EVENT value */
            LANE_EVENT = 1,

            /** LANE_STATE value */
            LANE_STATE = 2,

            /** LANE_METRIC value */
            LANE_METRIC = 3
        }

        /**
         * Properties of a LanePosition.
         * @deprecated Use vigia.v1.LanePosition.$Properties instead.
         */
        interface ILanePosition extends vigia.v1.LanePosition.$Properties {
        }

        /** Represents a LanePosition. */
        class LanePosition {

            /**
             * Constructs a new LanePosition.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LanePosition.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LanePosition lane. */
            lane: vigia.v1.Lane;

            /** LanePosition acked. */
            acked: number;

            /** LanePosition oldest. */
            oldest: number;

            /**
             * Creates a new LanePosition instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LanePosition instance
             */
            static create(properties: vigia.v1.LanePosition.$Shape): vigia.v1.LanePosition & vigia.v1.LanePosition.$Shape;
            static create(properties?: vigia.v1.LanePosition.$Properties): vigia.v1.LanePosition;

            /**
             * Encodes the specified LanePosition message. Does not implicitly {@link vigia.v1.LanePosition.verify|verify} messages.
             * @param message LanePosition message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LanePosition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LanePosition message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LanePosition & vigia.v1.LanePosition.$Shape} LanePosition
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LanePosition & vigia.v1.LanePosition.$Shape;

            /**
             * Verifies a LanePosition message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LanePosition
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LanePosition {

            /** Properties of a LanePosition. */
            interface $Properties {

                /** LanePosition lane */
                lane?: (vigia.v1.Lane|null);

                /** LanePosition acked */
                acked?: (number|null);

                /** LanePosition oldest */
                oldest?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LanePosition. */
            type $Shape = vigia.v1.LanePosition.$Properties;
        }

        /**
         * Properties of a LaneCursor.
         * @deprecated Use vigia.v1.LaneCursor.$Properties instead.
         */
        interface ILaneCursor extends vigia.v1.LaneCursor.$Properties {
        }

        /** Represents a LaneCursor. */
        class LaneCursor {

            /**
             * Constructs a new LaneCursor.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LaneCursor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LaneCursor lane. */
            lane: vigia.v1.Lane;

            /** LaneCursor lastSeq. */
            lastSeq: number;

            /**
             * Creates a new LaneCursor instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LaneCursor instance
             */
            static create(properties: vigia.v1.LaneCursor.$Shape): vigia.v1.LaneCursor & vigia.v1.LaneCursor.$Shape;
            static create(properties?: vigia.v1.LaneCursor.$Properties): vigia.v1.LaneCursor;

            /**
             * Encodes the specified LaneCursor message. Does not implicitly {@link vigia.v1.LaneCursor.verify|verify} messages.
             * @param message LaneCursor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LaneCursor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LaneCursor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LaneCursor & vigia.v1.LaneCursor.$Shape} LaneCursor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LaneCursor & vigia.v1.LaneCursor.$Shape;

            /**
             * Verifies a LaneCursor message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LaneCursor
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LaneCursor {

            /** Properties of a LaneCursor. */
            interface $Properties {

                /** LaneCursor lane */
                lane?: (vigia.v1.Lane|null);

                /** LaneCursor lastSeq */
                lastSeq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LaneCursor. */
            type $Shape = vigia.v1.LaneCursor.$Properties;
        }

        /**
         * Properties of a Batch.
         * @deprecated Use vigia.v1.Batch.$Properties instead.
         */
        interface IBatch extends vigia.v1.Batch.$Properties {
        }

        /** Represents a Batch. */
        class Batch {

            /**
             * Constructs a new Batch.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Batch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Batch lane. */
            lane: vigia.v1.Lane;

            /** Batch epoch. */
            epoch: number;

            /** Batch records. */
            records: vigia.v1.Record.$Properties[];

            /**
             * Creates a new Batch instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Batch instance
             */
            static create(properties: vigia.v1.Batch.$Shape): vigia.v1.Batch & vigia.v1.Batch.$Shape;
            static create(properties?: vigia.v1.Batch.$Properties): vigia.v1.Batch;

            /**
             * Encodes the specified Batch message. Does not implicitly {@link vigia.v1.Batch.verify|verify} messages.
             * @param message Batch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Batch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Batch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Batch & vigia.v1.Batch.$Shape} Batch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Batch & vigia.v1.Batch.$Shape;

            /**
             * Verifies a Batch message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Batch
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Batch {

            /** Properties of a Batch. */
            interface $Properties {

                /** Batch lane */
                lane?: (vigia.v1.Lane|null);

                /** Batch epoch */
                epoch?: (number|null);

                /** Batch records */
                records?: (vigia.v1.Record.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Batch. */
            type $Shape = {
              lane?: vigia.v1.Lane|null;
              epoch?: number|null;
              records?: vigia.v1.Record.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a Record.
         * @deprecated Use vigia.v1.Record.$Properties instead.
         */
        interface IRecord extends vigia.v1.Record.$Properties {
        }

        /** Represents a Record. */
        class Record {

            /**
             * Constructs a new Record.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Record.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Record seq. */
            seq: number;

            /** Record atMs. */
            atMs: number;

            /** Record agentEvent. */
            agentEvent?: (vigia.v1.AgentEvent.$Properties|null);

            /** Record hostFacts. */
            hostFacts?: (vigia.v1.HostFacts.$Properties|null);

            /** Record collectorStatus. */
            collectorStatus?: (vigia.v1.CollectorStatus.$Properties|null);

            /** Record metrics. */
            metrics?: (vigia.v1.Metrics.$Properties|null);

            /** Record gap. */
            gap?: (vigia.v1.Gap.$Properties|null);

            /** Record body. */
            body?: ("agentEvent"|"hostFacts"|"collectorStatus"|"metrics"|"gap");

            /**
             * Creates a new Record instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Record instance
             */
            static create(properties: vigia.v1.Record.$Shape): vigia.v1.Record & vigia.v1.Record.$Shape;
            static create(properties?: vigia.v1.Record.$Properties): vigia.v1.Record;

            /**
             * Encodes the specified Record message. Does not implicitly {@link vigia.v1.Record.verify|verify} messages.
             * @param message Record message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Record.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Record message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Record & vigia.v1.Record.$Shape} Record
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Record & vigia.v1.Record.$Shape;

            /**
             * Verifies a Record message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Record
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Record {

            /** Properties of a Record. */
            interface $Properties {

                /** Record seq */
                seq?: (number|null);

                /** Record atMs */
                atMs?: (number|null);

                /** Record agentEvent */
                agentEvent?: (vigia.v1.AgentEvent.$Properties|null);

                /** Record hostFacts */
                hostFacts?: (vigia.v1.HostFacts.$Properties|null);

                /** Record collectorStatus */
                collectorStatus?: (vigia.v1.CollectorStatus.$Properties|null);

                /** Record metrics */
                metrics?: (vigia.v1.Metrics.$Properties|null);

                /** Record gap */
                gap?: (vigia.v1.Gap.$Properties|null);

                /** Record body */
                body?: ("agentEvent"|"hostFacts"|"collectorStatus"|"metrics"|"gap");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Record. */
            type $Shape = {
              seq?: number|null;
              atMs?: number|null;
              agentEvent?: vigia.v1.AgentEvent.$Shape|null;
              hostFacts?: vigia.v1.HostFacts.$Shape|null;
              collectorStatus?: vigia.v1.CollectorStatus.$Shape|null;
              metrics?: vigia.v1.Metrics.$Shape|null;
              gap?: vigia.v1.Gap.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: never; agentEvent?: null; hostFacts?: null; collectorStatus?: null; metrics?: null; gap?: null }|{ body?: "agentEvent"; agentEvent: vigia.v1.AgentEvent.$Shape; hostFacts?: null; collectorStatus?: null; metrics?: null; gap?: null }|{ body?: "hostFacts"; agentEvent?: null; hostFacts: vigia.v1.HostFacts.$Shape; collectorStatus?: null; metrics?: null; gap?: null }|{ body?: "collectorStatus"; agentEvent?: null; hostFacts?: null; collectorStatus: vigia.v1.CollectorStatus.$Shape; metrics?: null; gap?: null }|{ body?: "metrics"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; metrics: vigia.v1.Metrics.$Shape; gap?: null }|{ body?: "gap"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; metrics?: null; gap: vigia.v1.Gap.$Shape })
            );
        }

        /**
         * Properties of a Gap.
         * @deprecated Use vigia.v1.Gap.$Properties instead.
         */
        interface IGap extends vigia.v1.Gap.$Properties {
        }

        /** Represents a Gap. */
        class Gap {

            /**
             * Constructs a new Gap.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Gap.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Gap from. */
            from: number;

            /** Gap firstAtMs. */
            firstAtMs: number;

            /** Gap lastAtMs. */
            lastAtMs: number;

            /**
             * Creates a new Gap instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Gap instance
             */
            static create(properties: vigia.v1.Gap.$Shape): vigia.v1.Gap & vigia.v1.Gap.$Shape;
            static create(properties?: vigia.v1.Gap.$Properties): vigia.v1.Gap;

            /**
             * Encodes the specified Gap message. Does not implicitly {@link vigia.v1.Gap.verify|verify} messages.
             * @param message Gap message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Gap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Gap message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Gap & vigia.v1.Gap.$Shape} Gap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Gap & vigia.v1.Gap.$Shape;

            /**
             * Verifies a Gap message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Gap
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Gap {

            /** Properties of a Gap. */
            interface $Properties {

                /** Gap from */
                from?: (number|null);

                /** Gap firstAtMs */
                firstAtMs?: (number|null);

                /** Gap lastAtMs */
                lastAtMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Gap. */
            type $Shape = vigia.v1.Gap.$Properties;
        }

        /**
         * Properties of an Ack.
         * @deprecated Use vigia.v1.Ack.$Properties instead.
         */
        interface IAck extends vigia.v1.Ack.$Properties {
        }

        /** Represents an Ack. */
        class Ack {

            /**
             * Constructs a new Ack.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Ack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ack lane. */
            lane: vigia.v1.Lane;

            /** Ack epoch. */
            epoch: number;

            /** Ack seq. */
            seq: number;

            /**
             * Creates a new Ack instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ack instance
             */
            static create(properties: vigia.v1.Ack.$Shape): vigia.v1.Ack & vigia.v1.Ack.$Shape;
            static create(properties?: vigia.v1.Ack.$Properties): vigia.v1.Ack;

            /**
             * Encodes the specified Ack message. Does not implicitly {@link vigia.v1.Ack.verify|verify} messages.
             * @param message Ack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Ack & vigia.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Ack & vigia.v1.Ack.$Shape;

            /**
             * Verifies an Ack message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Ack
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Ack {

            /** Properties of an Ack. */
            interface $Properties {

                /** Ack lane */
                lane?: (vigia.v1.Lane|null);

                /** Ack epoch */
                epoch?: (number|null);

                /** Ack seq */
                seq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Ack. */
            type $Shape = vigia.v1.Ack.$Properties;
        }

        /**
         * Properties of a ResendFrom.
         * @deprecated Use vigia.v1.ResendFrom.$Properties instead.
         */
        interface IResendFrom extends vigia.v1.ResendFrom.$Properties {
        }

        /** Represents a ResendFrom. */
        class ResendFrom {

            /**
             * Constructs a new ResendFrom.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.ResendFrom.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResendFrom lane. */
            lane: vigia.v1.Lane;

            /** ResendFrom epoch. */
            epoch: number;

            /** ResendFrom seq. */
            seq: number;

            /**
             * Creates a new ResendFrom instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ResendFrom instance
             */
            static create(properties: vigia.v1.ResendFrom.$Shape): vigia.v1.ResendFrom & vigia.v1.ResendFrom.$Shape;
            static create(properties?: vigia.v1.ResendFrom.$Properties): vigia.v1.ResendFrom;

            /**
             * Encodes the specified ResendFrom message. Does not implicitly {@link vigia.v1.ResendFrom.verify|verify} messages.
             * @param message ResendFrom message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.ResendFrom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResendFrom message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.ResendFrom & vigia.v1.ResendFrom.$Shape} ResendFrom
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.ResendFrom & vigia.v1.ResendFrom.$Shape;

            /**
             * Verifies a ResendFrom message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for ResendFrom
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ResendFrom {

            /** Properties of a ResendFrom. */
            interface $Properties {

                /** ResendFrom lane */
                lane?: (vigia.v1.Lane|null);

                /** ResendFrom epoch */
                epoch?: (number|null);

                /** ResendFrom seq */
                seq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResendFrom. */
            type $Shape = vigia.v1.ResendFrom.$Properties;
        }

        /**
         * Properties of an AgentEvent.
         * @deprecated Use vigia.v1.AgentEvent.$Properties instead.
         */
        interface IAgentEvent extends vigia.v1.AgentEvent.$Properties {
        }

        /** Represents an AgentEvent. */
        class AgentEvent {

            /**
             * Constructs a new AgentEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.AgentEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AgentEvent kind. */
            kind: vigia.v1.AgentEventKind;

            /** AgentEvent detail. */
            detail: string;

            /**
             * Creates a new AgentEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AgentEvent instance
             */
            static create(properties: vigia.v1.AgentEvent.$Shape): vigia.v1.AgentEvent & vigia.v1.AgentEvent.$Shape;
            static create(properties?: vigia.v1.AgentEvent.$Properties): vigia.v1.AgentEvent;

            /**
             * Encodes the specified AgentEvent message. Does not implicitly {@link vigia.v1.AgentEvent.verify|verify} messages.
             * @param message AgentEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.AgentEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.AgentEvent & vigia.v1.AgentEvent.$Shape} AgentEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.AgentEvent & vigia.v1.AgentEvent.$Shape;

            /**
             * Verifies an AgentEvent message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for AgentEvent
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AgentEvent {

            /** Properties of an AgentEvent. */
            interface $Properties {

                /** AgentEvent kind */
                kind?: (vigia.v1.AgentEventKind|null);

                /** AgentEvent detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AgentEvent. */
            type $Shape = vigia.v1.AgentEvent.$Properties;
        }

        /** AgentEventKind enum. */
        enum AgentEventKind {

            /** AGENT_EVENT_KIND_UNSPECIFIED value */
            AGENT_EVENT_KIND_UNSPECIFIED = 0,

            /** AGENT_EVENT_KIND_STARTED value */
            AGENT_EVENT_KIND_STARTED = 1,

            /** AGENT_EVENT_KIND_STOPPED value */
            AGENT_EVENT_KIND_STOPPED = 2,

            /** AGENT_EVENT_KIND_MACHINE_BOOTED value */
            AGENT_EVENT_KIND_MACHINE_BOOTED = 3,

            /** AGENT_EVENT_KIND_SPOOL_REPAIRED value */
            AGENT_EVENT_KIND_SPOOL_REPAIRED = 4,

            /** AGENT_EVENT_KIND_SERVER_RESTORED value */
            AGENT_EVENT_KIND_SERVER_RESTORED = 5,

            /** AGENT_EVENT_KIND_TLS_KEY_CHANGED value */
            AGENT_EVENT_KIND_TLS_KEY_CHANGED = 6,

            /** AGENT_EVENT_KIND_CLOCK_STEPPED value */
            AGENT_EVENT_KIND_CLOCK_STEPPED = 7,

            /** AGENT_EVENT_KIND_SPOOL_FULL value */
            AGENT_EVENT_KIND_SPOOL_FULL = 8
        }

        /**
         * Properties of a Metrics.
         * @deprecated Use vigia.v1.Metrics.$Properties instead.
         */
        interface IMetrics extends vigia.v1.Metrics.$Properties {
        }

        /** Represents a Metrics. */
        class Metrics {

            /**
             * Constructs a new Metrics.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Metrics.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Metrics cpu. */
            cpu?: (vigia.v1.CpuMetric.$Properties|null);

            /** Metrics memory. */
            memory?: (vigia.v1.MemoryMetric.$Properties|null);

            /** Metrics volumes. */
            volumes: vigia.v1.VolumeMetric.$Properties[];

            /** Metrics disks. */
            disks: vigia.v1.DiskMetric.$Properties[];

            /** Metrics interfaces. */
            interfaces: vigia.v1.InterfaceMetric.$Properties[];

            /** Metrics uptimeSeconds. */
            uptimeSeconds?: (number|null);

            /**
             * Creates a new Metrics instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Metrics instance
             */
            static create(properties: vigia.v1.Metrics.$Shape): vigia.v1.Metrics & vigia.v1.Metrics.$Shape;
            static create(properties?: vigia.v1.Metrics.$Properties): vigia.v1.Metrics;

            /**
             * Encodes the specified Metrics message. Does not implicitly {@link vigia.v1.Metrics.verify|verify} messages.
             * @param message Metrics message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Metrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Metrics message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Metrics & vigia.v1.Metrics.$Shape} Metrics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Metrics & vigia.v1.Metrics.$Shape;

            /**
             * Verifies a Metrics message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Metrics
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Metrics {

            /** Properties of a Metrics. */
            interface $Properties {

                /** Metrics cpu */
                cpu?: (vigia.v1.CpuMetric.$Properties|null);

                /** Metrics memory */
                memory?: (vigia.v1.MemoryMetric.$Properties|null);

                /** Metrics volumes */
                volumes?: (vigia.v1.VolumeMetric.$Properties[]|null);

                /** Metrics disks */
                disks?: (vigia.v1.DiskMetric.$Properties[]|null);

                /** Metrics interfaces */
                interfaces?: (vigia.v1.InterfaceMetric.$Properties[]|null);

                /** Metrics uptimeSeconds */
                uptimeSeconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Metrics. */
            type $Shape = vigia.v1.Metrics.$Properties;
        }

        /**
         * Properties of a CpuMetric.
         * @deprecated Use vigia.v1.CpuMetric.$Properties instead.
         */
        interface ICpuMetric extends vigia.v1.CpuMetric.$Properties {
        }

        /** Represents a CpuMetric. */
        class CpuMetric {

            /**
             * Constructs a new CpuMetric.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.CpuMetric.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CpuMetric busy. */
            busy: number;

            /** CpuMetric ioWait. */
            ioWait?: (number|null);

            /** CpuMetric load1. */
            load1?: (number|null);

            /**
             * Creates a new CpuMetric instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CpuMetric instance
             */
            static create(properties: vigia.v1.CpuMetric.$Shape): vigia.v1.CpuMetric & vigia.v1.CpuMetric.$Shape;
            static create(properties?: vigia.v1.CpuMetric.$Properties): vigia.v1.CpuMetric;

            /**
             * Encodes the specified CpuMetric message. Does not implicitly {@link vigia.v1.CpuMetric.verify|verify} messages.
             * @param message CpuMetric message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.CpuMetric.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CpuMetric message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.CpuMetric & vigia.v1.CpuMetric.$Shape} CpuMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.CpuMetric & vigia.v1.CpuMetric.$Shape;

            /**
             * Verifies a CpuMetric message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for CpuMetric
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CpuMetric {

            /** Properties of a CpuMetric. */
            interface $Properties {

                /** CpuMetric busy */
                busy?: (number|null);

                /** CpuMetric ioWait */
                ioWait?: (number|null);

                /** CpuMetric load1 */
                load1?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CpuMetric. */
            type $Shape = vigia.v1.CpuMetric.$Properties;
        }

        /**
         * Properties of a MemoryMetric.
         * @deprecated Use vigia.v1.MemoryMetric.$Properties instead.
         */
        interface IMemoryMetric extends vigia.v1.MemoryMetric.$Properties {
        }

        /** Represents a MemoryMetric. */
        class MemoryMetric {

            /**
             * Constructs a new MemoryMetric.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.MemoryMetric.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemoryMetric totalBytes. */
            totalBytes: number;

            /** MemoryMetric usedBytes. */
            usedBytes: number;

            /** MemoryMetric swapTotalBytes. */
            swapTotalBytes: number;

            /** MemoryMetric swapUsedBytes. */
            swapUsedBytes: number;

            /**
             * Creates a new MemoryMetric instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemoryMetric instance
             */
            static create(properties: vigia.v1.MemoryMetric.$Shape): vigia.v1.MemoryMetric & vigia.v1.MemoryMetric.$Shape;
            static create(properties?: vigia.v1.MemoryMetric.$Properties): vigia.v1.MemoryMetric;

            /**
             * Encodes the specified MemoryMetric message. Does not implicitly {@link vigia.v1.MemoryMetric.verify|verify} messages.
             * @param message MemoryMetric message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.MemoryMetric.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemoryMetric message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.MemoryMetric & vigia.v1.MemoryMetric.$Shape} MemoryMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.MemoryMetric & vigia.v1.MemoryMetric.$Shape;

            /**
             * Verifies a MemoryMetric message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for MemoryMetric
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MemoryMetric {

            /** Properties of a MemoryMetric. */
            interface $Properties {

                /** MemoryMetric totalBytes */
                totalBytes?: (number|null);

                /** MemoryMetric usedBytes */
                usedBytes?: (number|null);

                /** MemoryMetric swapTotalBytes */
                swapTotalBytes?: (number|null);

                /** MemoryMetric swapUsedBytes */
                swapUsedBytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemoryMetric. */
            type $Shape = vigia.v1.MemoryMetric.$Properties;
        }

        /**
         * Properties of a VolumeMetric.
         * @deprecated Use vigia.v1.VolumeMetric.$Properties instead.
         */
        interface IVolumeMetric extends vigia.v1.VolumeMetric.$Properties {
        }

        /** Represents a VolumeMetric. */
        class VolumeMetric {

            /**
             * Constructs a new VolumeMetric.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.VolumeMetric.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VolumeMetric mount. */
            mount: string;

            /** VolumeMetric filesystem. */
            filesystem: string;

            /** VolumeMetric totalBytes. */
            totalBytes: number;

            /** VolumeMetric usedBytes. */
            usedBytes: number;

            /** VolumeMetric freeBytes. */
            freeBytes: number;

            /** VolumeMetric inodesTotal. */
            inodesTotal: number;

            /** VolumeMetric inodesUsed. */
            inodesUsed: number;

            /** VolumeMetric readOnly. */
            readOnly: boolean;

            /** VolumeMetric removable. */
            removable: boolean;

            /**
             * Creates a new VolumeMetric instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VolumeMetric instance
             */
            static create(properties: vigia.v1.VolumeMetric.$Shape): vigia.v1.VolumeMetric & vigia.v1.VolumeMetric.$Shape;
            static create(properties?: vigia.v1.VolumeMetric.$Properties): vigia.v1.VolumeMetric;

            /**
             * Encodes the specified VolumeMetric message. Does not implicitly {@link vigia.v1.VolumeMetric.verify|verify} messages.
             * @param message VolumeMetric message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.VolumeMetric.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VolumeMetric message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.VolumeMetric & vigia.v1.VolumeMetric.$Shape} VolumeMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.VolumeMetric & vigia.v1.VolumeMetric.$Shape;

            /**
             * Verifies a VolumeMetric message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for VolumeMetric
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace VolumeMetric {

            /** Properties of a VolumeMetric. */
            interface $Properties {

                /** VolumeMetric mount */
                mount?: (string|null);

                /** VolumeMetric filesystem */
                filesystem?: (string|null);

                /** VolumeMetric totalBytes */
                totalBytes?: (number|null);

                /** VolumeMetric usedBytes */
                usedBytes?: (number|null);

                /** VolumeMetric freeBytes */
                freeBytes?: (number|null);

                /** VolumeMetric inodesTotal */
                inodesTotal?: (number|null);

                /** VolumeMetric inodesUsed */
                inodesUsed?: (number|null);

                /** VolumeMetric readOnly */
                readOnly?: (boolean|null);

                /** VolumeMetric removable */
                removable?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VolumeMetric. */
            type $Shape = vigia.v1.VolumeMetric.$Properties;
        }

        /**
         * Properties of a DiskMetric.
         * @deprecated Use vigia.v1.DiskMetric.$Properties instead.
         */
        interface IDiskMetric extends vigia.v1.DiskMetric.$Properties {
        }

        /** Represents a DiskMetric. */
        class DiskMetric {

            /**
             * Constructs a new DiskMetric.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.DiskMetric.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DiskMetric device. */
            device: string;

            /** DiskMetric readBytesPerSecond. */
            readBytesPerSecond: number;

            /** DiskMetric writtenBytesPerSecond. */
            writtenBytesPerSecond: number;

            /** DiskMetric busy. */
            busy: number;

            /**
             * Creates a new DiskMetric instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DiskMetric instance
             */
            static create(properties: vigia.v1.DiskMetric.$Shape): vigia.v1.DiskMetric & vigia.v1.DiskMetric.$Shape;
            static create(properties?: vigia.v1.DiskMetric.$Properties): vigia.v1.DiskMetric;

            /**
             * Encodes the specified DiskMetric message. Does not implicitly {@link vigia.v1.DiskMetric.verify|verify} messages.
             * @param message DiskMetric message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.DiskMetric.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DiskMetric message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.DiskMetric & vigia.v1.DiskMetric.$Shape} DiskMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.DiskMetric & vigia.v1.DiskMetric.$Shape;

            /**
             * Verifies a DiskMetric message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for DiskMetric
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DiskMetric {

            /** Properties of a DiskMetric. */
            interface $Properties {

                /** DiskMetric device */
                device?: (string|null);

                /** DiskMetric readBytesPerSecond */
                readBytesPerSecond?: (number|null);

                /** DiskMetric writtenBytesPerSecond */
                writtenBytesPerSecond?: (number|null);

                /** DiskMetric busy */
                busy?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DiskMetric. */
            type $Shape = vigia.v1.DiskMetric.$Properties;
        }

        /**
         * Properties of an InterfaceMetric.
         * @deprecated Use vigia.v1.InterfaceMetric.$Properties instead.
         */
        interface IInterfaceMetric extends vigia.v1.InterfaceMetric.$Properties {
        }

        /** Represents an InterfaceMetric. */
        class InterfaceMetric {

            /**
             * Constructs a new InterfaceMetric.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.InterfaceMetric.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InterfaceMetric name. */
            name: string;

            /** InterfaceMetric receivedBytesPerSecond. */
            receivedBytesPerSecond: number;

            /** InterfaceMetric sentBytesPerSecond. */
            sentBytesPerSecond: number;

            /** InterfaceMetric errorsPerSecond. */
            errorsPerSecond: number;

            /** InterfaceMetric up. */
            up: boolean;

            /**
             * Creates a new InterfaceMetric instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InterfaceMetric instance
             */
            static create(properties: vigia.v1.InterfaceMetric.$Shape): vigia.v1.InterfaceMetric & vigia.v1.InterfaceMetric.$Shape;
            static create(properties?: vigia.v1.InterfaceMetric.$Properties): vigia.v1.InterfaceMetric;

            /**
             * Encodes the specified InterfaceMetric message. Does not implicitly {@link vigia.v1.InterfaceMetric.verify|verify} messages.
             * @param message InterfaceMetric message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.InterfaceMetric.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InterfaceMetric message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.InterfaceMetric & vigia.v1.InterfaceMetric.$Shape} InterfaceMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.InterfaceMetric & vigia.v1.InterfaceMetric.$Shape;

            /**
             * Verifies an InterfaceMetric message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for InterfaceMetric
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InterfaceMetric {

            /** Properties of an InterfaceMetric. */
            interface $Properties {

                /** InterfaceMetric name */
                name?: (string|null);

                /** InterfaceMetric receivedBytesPerSecond */
                receivedBytesPerSecond?: (number|null);

                /** InterfaceMetric sentBytesPerSecond */
                sentBytesPerSecond?: (number|null);

                /** InterfaceMetric errorsPerSecond */
                errorsPerSecond?: (number|null);

                /** InterfaceMetric up */
                up?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InterfaceMetric. */
            type $Shape = vigia.v1.InterfaceMetric.$Properties;
        }

        /**
         * Properties of a HostFacts.
         * @deprecated Use vigia.v1.HostFacts.$Properties instead.
         */
        interface IHostFacts extends vigia.v1.HostFacts.$Properties {
        }

        /** Represents a HostFacts. */
        class HostFacts {

            /**
             * Constructs a new HostFacts.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.HostFacts.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostFacts hostname. */
            hostname: string;

            /** HostFacts platform. */
            platform: vigia.v1.Platform;

            /** HostFacts osName. */
            osName: string;

            /** HostFacts osVersion. */
            osVersion: string;

            /** HostFacts kernel. */
            kernel: string;

            /** HostFacts architecture. */
            architecture: string;

            /** HostFacts cpuModel. */
            cpuModel: string;

            /** HostFacts cpuCount. */
            cpuCount: number;

            /** HostFacts memoryBytes. */
            memoryBytes: number;

            /** HostFacts bootAtMs. */
            bootAtMs: number;

            /** HostFacts timeZone. */
            timeZone: string;

            /** HostFacts agentVersion. */
            agentVersion: string;

            /** HostFacts runtimeVersion. */
            runtimeVersion: string;

            /** HostFacts addresses. */
            addresses: string[];

            /**
             * Creates a new HostFacts instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HostFacts instance
             */
            static create(properties: vigia.v1.HostFacts.$Shape): vigia.v1.HostFacts & vigia.v1.HostFacts.$Shape;
            static create(properties?: vigia.v1.HostFacts.$Properties): vigia.v1.HostFacts;

            /**
             * Encodes the specified HostFacts message. Does not implicitly {@link vigia.v1.HostFacts.verify|verify} messages.
             * @param message HostFacts message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.HostFacts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostFacts message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.HostFacts & vigia.v1.HostFacts.$Shape} HostFacts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.HostFacts & vigia.v1.HostFacts.$Shape;

            /**
             * Verifies a HostFacts message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for HostFacts
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HostFacts {

            /** Properties of a HostFacts. */
            interface $Properties {

                /** HostFacts hostname */
                hostname?: (string|null);

                /** HostFacts platform */
                platform?: (vigia.v1.Platform|null);

                /** HostFacts osName */
                osName?: (string|null);

                /** HostFacts osVersion */
                osVersion?: (string|null);

                /** HostFacts kernel */
                kernel?: (string|null);

                /** HostFacts architecture */
                architecture?: (string|null);

                /** HostFacts cpuModel */
                cpuModel?: (string|null);

                /** HostFacts cpuCount */
                cpuCount?: (number|null);

                /** HostFacts memoryBytes */
                memoryBytes?: (number|null);

                /** HostFacts bootAtMs */
                bootAtMs?: (number|null);

                /** HostFacts timeZone */
                timeZone?: (string|null);

                /** HostFacts agentVersion */
                agentVersion?: (string|null);

                /** HostFacts runtimeVersion */
                runtimeVersion?: (string|null);

                /** HostFacts addresses */
                addresses?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostFacts. */
            type $Shape = vigia.v1.HostFacts.$Properties;
        }

        /** Platform enum. */
        enum Platform {

            /** PLATFORM_UNSPECIFIED value */
            PLATFORM_UNSPECIFIED = 0,

            /** PLATFORM_LINUX value */
            PLATFORM_LINUX = 1,

            /** PLATFORM_WINDOWS value */
            PLATFORM_WINDOWS = 2,

            /** PLATFORM_MACOS value */
            PLATFORM_MACOS = 3
        }

        /**
         * Properties of a CollectorStatus.
         * @deprecated Use vigia.v1.CollectorStatus.$Properties instead.
         */
        interface ICollectorStatus extends vigia.v1.CollectorStatus.$Properties {
        }

        /** Represents a CollectorStatus. */
        class CollectorStatus {

            /**
             * Constructs a new CollectorStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.CollectorStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CollectorStatus collector. */
            collector: string;

            /** CollectorStatus state. */
            state: vigia.v1.CollectorState;

            /** CollectorStatus reason. */
            reason: string;

            /**
             * Creates a new CollectorStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CollectorStatus instance
             */
            static create(properties: vigia.v1.CollectorStatus.$Shape): vigia.v1.CollectorStatus & vigia.v1.CollectorStatus.$Shape;
            static create(properties?: vigia.v1.CollectorStatus.$Properties): vigia.v1.CollectorStatus;

            /**
             * Encodes the specified CollectorStatus message. Does not implicitly {@link vigia.v1.CollectorStatus.verify|verify} messages.
             * @param message CollectorStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.CollectorStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CollectorStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.CollectorStatus & vigia.v1.CollectorStatus.$Shape} CollectorStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.CollectorStatus & vigia.v1.CollectorStatus.$Shape;

            /**
             * Verifies a CollectorStatus message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for CollectorStatus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CollectorStatus {

            /** Properties of a CollectorStatus. */
            interface $Properties {

                /** CollectorStatus collector */
                collector?: (string|null);

                /** CollectorStatus state */
                state?: (vigia.v1.CollectorState|null);

                /** CollectorStatus reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CollectorStatus. */
            type $Shape = vigia.v1.CollectorStatus.$Properties;
        }

        /** CollectorState enum. */
        enum CollectorState {

            /** COLLECTOR_STATE_UNSPECIFIED value */
            COLLECTOR_STATE_UNSPECIFIED = 0,

            /** COLLECTOR_STATE_OK value */
            COLLECTOR_STATE_OK = 1,

            /** COLLECTOR_STATE_FAILED value */
            COLLECTOR_STATE_FAILED = 2,

            /** COLLECTOR_STATE_UNSUPPORTED value */
            COLLECTOR_STATE_UNSUPPORTED = 3
        }

        /**
         * Properties of an Enroll.
         * @deprecated Use vigia.v1.Enroll.$Properties instead.
         */
        interface IEnroll extends vigia.v1.Enroll.$Properties {
        }

        /** Represents an Enroll. */
        class Enroll {

            /**
             * Constructs a new Enroll.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Enroll.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enroll statement. */
            statement: Uint8Array;

            /** Enroll signature. */
            signature: Uint8Array;

            /**
             * Creates a new Enroll instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Enroll instance
             */
            static create(properties: vigia.v1.Enroll.$Shape): vigia.v1.Enroll & vigia.v1.Enroll.$Shape;
            static create(properties?: vigia.v1.Enroll.$Properties): vigia.v1.Enroll;

            /**
             * Encodes the specified Enroll message. Does not implicitly {@link vigia.v1.Enroll.verify|verify} messages.
             * @param message Enroll message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Enroll.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enroll message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Enroll & vigia.v1.Enroll.$Shape} Enroll
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Enroll & vigia.v1.Enroll.$Shape;

            /**
             * Verifies an Enroll message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Enroll
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Enroll {

            /** Properties of an Enroll. */
            interface $Properties {

                /** Enroll statement */
                statement?: (Uint8Array|null);

                /** Enroll signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enroll. */
            type $Shape = vigia.v1.Enroll.$Properties;
        }

        /**
         * Properties of an EnrollStatement.
         * @deprecated Use vigia.v1.EnrollStatement.$Properties instead.
         */
        interface IEnrollStatement extends vigia.v1.EnrollStatement.$Properties {
        }

        /** Represents an EnrollStatement. */
        class EnrollStatement {

            /**
             * Constructs a new EnrollStatement.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.EnrollStatement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EnrollStatement token. */
            token: string;

            /** EnrollStatement publicKey. */
            publicKey: Uint8Array;

            /** EnrollStatement agentNonce. */
            agentNonce: Uint8Array;

            /** EnrollStatement host. */
            host?: (vigia.v1.HostFacts.$Properties|null);

            /** EnrollStatement agentVersion. */
            agentVersion: string;

            /** EnrollStatement protocolVersion. */
            protocolVersion: number;

            /** EnrollStatement hardwareHint. */
            hardwareHint: Uint8Array;

            /**
             * Creates a new EnrollStatement instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EnrollStatement instance
             */
            static create(properties: vigia.v1.EnrollStatement.$Shape): vigia.v1.EnrollStatement & vigia.v1.EnrollStatement.$Shape;
            static create(properties?: vigia.v1.EnrollStatement.$Properties): vigia.v1.EnrollStatement;

            /**
             * Encodes the specified EnrollStatement message. Does not implicitly {@link vigia.v1.EnrollStatement.verify|verify} messages.
             * @param message EnrollStatement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.EnrollStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EnrollStatement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.EnrollStatement & vigia.v1.EnrollStatement.$Shape} EnrollStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.EnrollStatement & vigia.v1.EnrollStatement.$Shape;

            /**
             * Verifies an EnrollStatement message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for EnrollStatement
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EnrollStatement {

            /** Properties of an EnrollStatement. */
            interface $Properties {

                /** EnrollStatement token */
                token?: (string|null);

                /** EnrollStatement publicKey */
                publicKey?: (Uint8Array|null);

                /** EnrollStatement agentNonce */
                agentNonce?: (Uint8Array|null);

                /** EnrollStatement host */
                host?: (vigia.v1.HostFacts.$Properties|null);

                /** EnrollStatement agentVersion */
                agentVersion?: (string|null);

                /** EnrollStatement protocolVersion */
                protocolVersion?: (number|null);

                /** EnrollStatement hardwareHint */
                hardwareHint?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EnrollStatement. */
            type $Shape = vigia.v1.EnrollStatement.$Properties;
        }

        /**
         * Properties of an Enrolled.
         * @deprecated Use vigia.v1.Enrolled.$Properties instead.
         */
        interface IEnrolled extends vigia.v1.Enrolled.$Properties {
        }

        /** Represents an Enrolled. */
        class Enrolled {

            /**
             * Constructs a new Enrolled.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Enrolled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enrolled statement. */
            statement: Uint8Array;

            /** Enrolled signature. */
            signature: Uint8Array;

            /**
             * Creates a new Enrolled instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Enrolled instance
             */
            static create(properties: vigia.v1.Enrolled.$Shape): vigia.v1.Enrolled & vigia.v1.Enrolled.$Shape;
            static create(properties?: vigia.v1.Enrolled.$Properties): vigia.v1.Enrolled;

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link vigia.v1.Enrolled.verify|verify} messages.
             * @param message Enrolled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Enrolled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Enrolled & vigia.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Enrolled & vigia.v1.Enrolled.$Shape;

            /**
             * Verifies an Enrolled message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Enrolled
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Enrolled {

            /** Properties of an Enrolled. */
            interface $Properties {

                /** Enrolled statement */
                statement?: (Uint8Array|null);

                /** Enrolled signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enrolled. */
            type $Shape = vigia.v1.Enrolled.$Properties;
        }

        /**
         * Properties of an EnrolledStatement.
         * @deprecated Use vigia.v1.EnrolledStatement.$Properties instead.
         */
        interface IEnrolledStatement extends vigia.v1.EnrolledStatement.$Properties {
        }

        /** Represents an EnrolledStatement. */
        class EnrolledStatement {

            /**
             * Constructs a new EnrolledStatement.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.EnrolledStatement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EnrolledStatement organizationId. */
            organizationId: Uint8Array;

            /** EnrolledStatement agentId. */
            agentId: Uint8Array;

            /** EnrolledStatement resourceId. */
            resourceId: Uint8Array;

            /** EnrolledStatement state. */
            state: vigia.v1.AgentState;

            /** EnrolledStatement identityKey. */
            identityKey: Uint8Array;

            /** EnrolledStatement recoveryKey. */
            recoveryKey: Uint8Array;

            /** EnrolledStatement signerKey. */
            signerKey: Uint8Array;

            /** EnrolledStatement roster. */
            roster?: (vigia.v1.SignedRoster.$Properties|null);

            /** EnrolledStatement organizationName. */
            organizationName: string;

            /**
             * Creates a new EnrolledStatement instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EnrolledStatement instance
             */
            static create(properties: vigia.v1.EnrolledStatement.$Shape): vigia.v1.EnrolledStatement & vigia.v1.EnrolledStatement.$Shape;
            static create(properties?: vigia.v1.EnrolledStatement.$Properties): vigia.v1.EnrolledStatement;

            /**
             * Encodes the specified EnrolledStatement message. Does not implicitly {@link vigia.v1.EnrolledStatement.verify|verify} messages.
             * @param message EnrolledStatement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.EnrolledStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EnrolledStatement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.EnrolledStatement & vigia.v1.EnrolledStatement.$Shape} EnrolledStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.EnrolledStatement & vigia.v1.EnrolledStatement.$Shape;

            /**
             * Verifies an EnrolledStatement message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for EnrolledStatement
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EnrolledStatement {

            /** Properties of an EnrolledStatement. */
            interface $Properties {

                /** EnrolledStatement organizationId */
                organizationId?: (Uint8Array|null);

                /** EnrolledStatement agentId */
                agentId?: (Uint8Array|null);

                /** EnrolledStatement resourceId */
                resourceId?: (Uint8Array|null);

                /** EnrolledStatement state */
                state?: (vigia.v1.AgentState|null);

                /** EnrolledStatement identityKey */
                identityKey?: (Uint8Array|null);

                /** EnrolledStatement recoveryKey */
                recoveryKey?: (Uint8Array|null);

                /** EnrolledStatement signerKey */
                signerKey?: (Uint8Array|null);

                /** EnrolledStatement roster */
                roster?: (vigia.v1.SignedRoster.$Properties|null);

                /** EnrolledStatement organizationName */
                organizationName?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EnrolledStatement. */
            type $Shape = vigia.v1.EnrolledStatement.$Properties;
        }

        /**
         * Properties of a SignedRoster.
         * @deprecated Use vigia.v1.SignedRoster.$Properties instead.
         */
        interface ISignedRoster extends vigia.v1.SignedRoster.$Properties {
        }

        /** Represents a SignedRoster. */
        class SignedRoster {

            /**
             * Constructs a new SignedRoster.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.SignedRoster.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedRoster roster. */
            roster: Uint8Array;

            /** SignedRoster signature. */
            signature: Uint8Array;

            /**
             * Creates a new SignedRoster instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignedRoster instance
             */
            static create(properties: vigia.v1.SignedRoster.$Shape): vigia.v1.SignedRoster & vigia.v1.SignedRoster.$Shape;
            static create(properties?: vigia.v1.SignedRoster.$Properties): vigia.v1.SignedRoster;

            /**
             * Encodes the specified SignedRoster message. Does not implicitly {@link vigia.v1.SignedRoster.verify|verify} messages.
             * @param message SignedRoster message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.SignedRoster.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedRoster message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.SignedRoster & vigia.v1.SignedRoster.$Shape} SignedRoster
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.SignedRoster & vigia.v1.SignedRoster.$Shape;

            /**
             * Verifies a SignedRoster message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for SignedRoster
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SignedRoster {

            /** Properties of a SignedRoster. */
            interface $Properties {

                /** SignedRoster roster */
                roster?: (Uint8Array|null);

                /** SignedRoster signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedRoster. */
            type $Shape = vigia.v1.SignedRoster.$Properties;
        }

        /**
         * Properties of a Roster.
         * @deprecated Use vigia.v1.Roster.$Properties instead.
         */
        interface IRoster extends vigia.v1.Roster.$Properties {
        }

        /** Represents a Roster. */
        class Roster {

            /**
             * Constructs a new Roster.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Roster.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Roster version. */
            version: number;

            /** Roster issuedAtMs. */
            issuedAtMs: number;

            /** Roster identityKeys. */
            identityKeys: Uint8Array[];

            /** Roster signerKeys. */
            signerKeys: Uint8Array[];

            /** Roster recoveryKey. */
            recoveryKey: Uint8Array;

            /**
             * Creates a new Roster instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Roster instance
             */
            static create(properties: vigia.v1.Roster.$Shape): vigia.v1.Roster & vigia.v1.Roster.$Shape;
            static create(properties?: vigia.v1.Roster.$Properties): vigia.v1.Roster;

            /**
             * Encodes the specified Roster message. Does not implicitly {@link vigia.v1.Roster.verify|verify} messages.
             * @param message Roster message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Roster.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Roster message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Roster & vigia.v1.Roster.$Shape} Roster
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Roster & vigia.v1.Roster.$Shape;

            /**
             * Verifies a Roster message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Roster
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Roster {

            /** Properties of a Roster. */
            interface $Properties {

                /** Roster version */
                version?: (number|null);

                /** Roster issuedAtMs */
                issuedAtMs?: (number|null);

                /** Roster identityKeys */
                identityKeys?: (Uint8Array[]|null);

                /** Roster signerKeys */
                signerKeys?: (Uint8Array[]|null);

                /** Roster recoveryKey */
                recoveryKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Roster. */
            type $Shape = vigia.v1.Roster.$Properties;
        }

        /**
         * Properties of an Unenroll.
         * @deprecated Use vigia.v1.Unenroll.$Properties instead.
         */
        interface IUnenroll extends vigia.v1.Unenroll.$Properties {
        }

        /** Represents an Unenroll. */
        class Unenroll {

            /**
             * Constructs a new Unenroll.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Unenroll.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Unenroll reason. */
            reason: string;

            /**
             * Creates a new Unenroll instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Unenroll instance
             */
            static create(properties: vigia.v1.Unenroll.$Shape): vigia.v1.Unenroll & vigia.v1.Unenroll.$Shape;
            static create(properties?: vigia.v1.Unenroll.$Properties): vigia.v1.Unenroll;

            /**
             * Encodes the specified Unenroll message. Does not implicitly {@link vigia.v1.Unenroll.verify|verify} messages.
             * @param message Unenroll message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Unenroll.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Unenroll message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Unenroll & vigia.v1.Unenroll.$Shape} Unenroll
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Unenroll & vigia.v1.Unenroll.$Shape;

            /**
             * Verifies an Unenroll message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Unenroll
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Unenroll {

            /** Properties of an Unenroll. */
            interface $Properties {

                /** Unenroll reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Unenroll. */
            type $Shape = vigia.v1.Unenroll.$Properties;
        }

        /**
         * Properties of a Challenge.
         * @deprecated Use vigia.v1.Challenge.$Properties instead.
         */
        interface IChallenge extends vigia.v1.Challenge.$Properties {
        }

        /** Represents a Challenge. */
        class Challenge {

            /**
             * Constructs a new Challenge.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Challenge.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Challenge serverNonce. */
            serverNonce: Uint8Array;

            /** Challenge serverTimeMs. */
            serverTimeMs: number;

            /** Challenge identityKeyId. */
            identityKeyId: Uint8Array;

            /** Challenge serverGeneration. */
            serverGeneration: number;

            /** Challenge protocolVersion. */
            protocolVersion: number;

            /**
             * Creates a new Challenge instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Challenge instance
             */
            static create(properties: vigia.v1.Challenge.$Shape): vigia.v1.Challenge & vigia.v1.Challenge.$Shape;
            static create(properties?: vigia.v1.Challenge.$Properties): vigia.v1.Challenge;

            /**
             * Encodes the specified Challenge message. Does not implicitly {@link vigia.v1.Challenge.verify|verify} messages.
             * @param message Challenge message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Challenge.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Challenge message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Challenge & vigia.v1.Challenge.$Shape} Challenge
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Challenge & vigia.v1.Challenge.$Shape;

            /**
             * Verifies a Challenge message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Challenge
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Challenge {

            /** Properties of a Challenge. */
            interface $Properties {

                /** Challenge serverNonce */
                serverNonce?: (Uint8Array|null);

                /** Challenge serverTimeMs */
                serverTimeMs?: (number|null);

                /** Challenge identityKeyId */
                identityKeyId?: (Uint8Array|null);

                /** Challenge serverGeneration */
                serverGeneration?: (number|null);

                /** Challenge protocolVersion */
                protocolVersion?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Challenge. */
            type $Shape = vigia.v1.Challenge.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use vigia.v1.Hello.$Properties instead.
         */
        interface IHello extends vigia.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello statement. */
            statement: Uint8Array;

            /** Hello signature. */
            signature: Uint8Array;

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: vigia.v1.Hello.$Shape): vigia.v1.Hello & vigia.v1.Hello.$Shape;
            static create(properties?: vigia.v1.Hello.$Properties): vigia.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link vigia.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Hello & vigia.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Hello & vigia.v1.Hello.$Shape;

            /**
             * Verifies a Hello message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Hello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello statement */
                statement?: (Uint8Array|null);

                /** Hello signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = vigia.v1.Hello.$Properties;
        }

        /**
         * Properties of a HelloStatement.
         * @deprecated Use vigia.v1.HelloStatement.$Properties instead.
         */
        interface IHelloStatement extends vigia.v1.HelloStatement.$Properties {
        }

        /** Represents a HelloStatement. */
        class HelloStatement {

            /**
             * Constructs a new HelloStatement.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.HelloStatement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HelloStatement organizationId. */
            organizationId: Uint8Array;

            /** HelloStatement agentId. */
            agentId: Uint8Array;

            /** HelloStatement publicKey. */
            publicKey: Uint8Array;

            /** HelloStatement agentNonce. */
            agentNonce: Uint8Array;

            /** HelloStatement epoch. */
            epoch: number;

            /** HelloStatement bootId. */
            bootId: Uint8Array;

            /** HelloStatement protocolVersion. */
            protocolVersion: number;

            /** HelloStatement agentVersion. */
            agentVersion: string;

            /** HelloStatement capabilities. */
            capabilities: string[];

            /** HelloStatement tlsSpkiSeen. */
            tlsSpkiSeen: Uint8Array;

            /** HelloStatement knownGeneration. */
            knownGeneration: number;

            /** HelloStatement lanes. */
            lanes: vigia.v1.LanePosition.$Properties[];

            /**
             * Creates a new HelloStatement instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HelloStatement instance
             */
            static create(properties: vigia.v1.HelloStatement.$Shape): vigia.v1.HelloStatement & vigia.v1.HelloStatement.$Shape;
            static create(properties?: vigia.v1.HelloStatement.$Properties): vigia.v1.HelloStatement;

            /**
             * Encodes the specified HelloStatement message. Does not implicitly {@link vigia.v1.HelloStatement.verify|verify} messages.
             * @param message HelloStatement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.HelloStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HelloStatement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.HelloStatement & vigia.v1.HelloStatement.$Shape} HelloStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.HelloStatement & vigia.v1.HelloStatement.$Shape;

            /**
             * Verifies a HelloStatement message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for HelloStatement
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HelloStatement {

            /** Properties of a HelloStatement. */
            interface $Properties {

                /** HelloStatement organizationId */
                organizationId?: (Uint8Array|null);

                /** HelloStatement agentId */
                agentId?: (Uint8Array|null);

                /** HelloStatement publicKey */
                publicKey?: (Uint8Array|null);

                /** HelloStatement agentNonce */
                agentNonce?: (Uint8Array|null);

                /** HelloStatement epoch */
                epoch?: (number|null);

                /** HelloStatement bootId */
                bootId?: (Uint8Array|null);

                /** HelloStatement protocolVersion */
                protocolVersion?: (number|null);

                /** HelloStatement agentVersion */
                agentVersion?: (string|null);

                /** HelloStatement capabilities */
                capabilities?: (string[]|null);

                /** HelloStatement tlsSpkiSeen */
                tlsSpkiSeen?: (Uint8Array|null);

                /** HelloStatement knownGeneration */
                knownGeneration?: (number|null);

                /** HelloStatement lanes */
                lanes?: (vigia.v1.LanePosition.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HelloStatement. */
            type $Shape = vigia.v1.HelloStatement.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use vigia.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends vigia.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome statement. */
            statement: Uint8Array;

            /** Welcome signature. */
            signature: Uint8Array;

            /**
             * Creates a new Welcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Welcome instance
             */
            static create(properties: vigia.v1.Welcome.$Shape): vigia.v1.Welcome & vigia.v1.Welcome.$Shape;
            static create(properties?: vigia.v1.Welcome.$Properties): vigia.v1.Welcome;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link vigia.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Welcome & vigia.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Welcome & vigia.v1.Welcome.$Shape;

            /**
             * Verifies a Welcome message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Welcome
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome statement */
                statement?: (Uint8Array|null);

                /** Welcome signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = vigia.v1.Welcome.$Properties;
        }

        /**
         * Properties of a WelcomeStatement.
         * @deprecated Use vigia.v1.WelcomeStatement.$Properties instead.
         */
        interface IWelcomeStatement extends vigia.v1.WelcomeStatement.$Properties {
        }

        /** Represents a WelcomeStatement. */
        class WelcomeStatement {

            /**
             * Constructs a new WelcomeStatement.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.WelcomeStatement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WelcomeStatement sessionId. */
            sessionId: Uint8Array;

            /** WelcomeStatement serverTimeMs. */
            serverTimeMs: number;

            /** WelcomeStatement cursors. */
            cursors: vigia.v1.LaneCursor.$Properties[];

            /** WelcomeStatement settings. */
            settings?: (vigia.v1.Settings.$Properties|null);

            /** WelcomeStatement state. */
            state: vigia.v1.AgentState;

            /**
             * Creates a new WelcomeStatement instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WelcomeStatement instance
             */
            static create(properties: vigia.v1.WelcomeStatement.$Shape): vigia.v1.WelcomeStatement & vigia.v1.WelcomeStatement.$Shape;
            static create(properties?: vigia.v1.WelcomeStatement.$Properties): vigia.v1.WelcomeStatement;

            /**
             * Encodes the specified WelcomeStatement message. Does not implicitly {@link vigia.v1.WelcomeStatement.verify|verify} messages.
             * @param message WelcomeStatement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.WelcomeStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WelcomeStatement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.WelcomeStatement & vigia.v1.WelcomeStatement.$Shape} WelcomeStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.WelcomeStatement & vigia.v1.WelcomeStatement.$Shape;

            /**
             * Verifies a WelcomeStatement message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for WelcomeStatement
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WelcomeStatement {

            /** Properties of a WelcomeStatement. */
            interface $Properties {

                /** WelcomeStatement sessionId */
                sessionId?: (Uint8Array|null);

                /** WelcomeStatement serverTimeMs */
                serverTimeMs?: (number|null);

                /** WelcomeStatement cursors */
                cursors?: (vigia.v1.LaneCursor.$Properties[]|null);

                /** WelcomeStatement settings */
                settings?: (vigia.v1.Settings.$Properties|null);

                /** WelcomeStatement state */
                state?: (vigia.v1.AgentState|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WelcomeStatement. */
            type $Shape = vigia.v1.WelcomeStatement.$Properties;
        }

        /** AgentState enum. */
        enum AgentState {

            /** AGENT_STATE_UNSPECIFIED value */
            AGENT_STATE_UNSPECIFIED = 0,

            /** AGENT_STATE_PENDING value */
            AGENT_STATE_PENDING = 1,

            /** AGENT_STATE_ACTIVE value */
            AGENT_STATE_ACTIVE = 2
        }

        /**
         * Properties of a Refusal.
         * @deprecated Use vigia.v1.Refusal.$Properties instead.
         */
        interface IRefusal extends vigia.v1.Refusal.$Properties {
        }

        /** Represents a Refusal. */
        class Refusal {

            /**
             * Constructs a new Refusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Refusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refusal statement. */
            statement: Uint8Array;

            /** Refusal signature. */
            signature: Uint8Array;

            /**
             * Creates a new Refusal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Refusal instance
             */
            static create(properties: vigia.v1.Refusal.$Shape): vigia.v1.Refusal & vigia.v1.Refusal.$Shape;
            static create(properties?: vigia.v1.Refusal.$Properties): vigia.v1.Refusal;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link vigia.v1.Refusal.verify|verify} messages.
             * @param message Refusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Refusal & vigia.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Refusal & vigia.v1.Refusal.$Shape;

            /**
             * Verifies a Refusal message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Refusal
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Refusal {

            /** Properties of a Refusal. */
            interface $Properties {

                /** Refusal statement */
                statement?: (Uint8Array|null);

                /** Refusal signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refusal. */
            type $Shape = vigia.v1.Refusal.$Properties;
        }

        /**
         * Properties of a RefusalStatement.
         * @deprecated Use vigia.v1.RefusalStatement.$Properties instead.
         */
        interface IRefusalStatement extends vigia.v1.RefusalStatement.$Properties {
        }

        /** Represents a RefusalStatement. */
        class RefusalStatement {

            /**
             * Constructs a new RefusalStatement.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.RefusalStatement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RefusalStatement code. */
            code: vigia.v1.RefusalCode;

            /** RefusalStatement message. */
            message: string;

            /** RefusalStatement retryAfterMs. */
            retryAfterMs: number;

            /** RefusalStatement minProtocolVersion. */
            minProtocolVersion: number;

            /**
             * Creates a new RefusalStatement instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RefusalStatement instance
             */
            static create(properties: vigia.v1.RefusalStatement.$Shape): vigia.v1.RefusalStatement & vigia.v1.RefusalStatement.$Shape;
            static create(properties?: vigia.v1.RefusalStatement.$Properties): vigia.v1.RefusalStatement;

            /**
             * Encodes the specified RefusalStatement message. Does not implicitly {@link vigia.v1.RefusalStatement.verify|verify} messages.
             * @param message RefusalStatement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.RefusalStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RefusalStatement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.RefusalStatement & vigia.v1.RefusalStatement.$Shape} RefusalStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.RefusalStatement & vigia.v1.RefusalStatement.$Shape;

            /**
             * Verifies a RefusalStatement message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for RefusalStatement
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RefusalStatement {

            /** Properties of a RefusalStatement. */
            interface $Properties {

                /** RefusalStatement code */
                code?: (vigia.v1.RefusalCode|null);

                /** RefusalStatement message */
                message?: (string|null);

                /** RefusalStatement retryAfterMs */
                retryAfterMs?: (number|null);

                /** RefusalStatement minProtocolVersion */
                minProtocolVersion?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RefusalStatement. */
            type $Shape = vigia.v1.RefusalStatement.$Properties;
        }

        /** RefusalCode enum. */
        enum RefusalCode {

            /** REFUSAL_CODE_UNSPECIFIED value */
            REFUSAL_CODE_UNSPECIFIED = 0,

            /** REFUSAL_CODE_BAD_PROOF value */
            REFUSAL_CODE_BAD_PROOF = 1,

            /** REFUSAL_CODE_UNKNOWN_AGENT value */
            REFUSAL_CODE_UNKNOWN_AGENT = 2,

            /** REFUSAL_CODE_REVOKED value */
            REFUSAL_CODE_REVOKED = 3,

            /** REFUSAL_CODE_TOO_OLD value */
            REFUSAL_CODE_TOO_OLD = 4,

            /** REFUSAL_CODE_BAD_TOKEN value */
            REFUSAL_CODE_BAD_TOKEN = 5,

            /** REFUSAL_CODE_SLOW_DOWN value */
            REFUSAL_CODE_SLOW_DOWN = 6,

            /** REFUSAL_CODE_UNAVAILABLE value */
            REFUSAL_CODE_UNAVAILABLE = 7,

            /** REFUSAL_CODE_UNENROLLED value */
            REFUSAL_CODE_UNENROLLED = 8,

            /** REFUSAL_CODE_NOT_APPROVED value */
            REFUSAL_CODE_NOT_APPROVED = 9
        }

        /**
         * Properties of a GoAway.
         * @deprecated Use vigia.v1.GoAway.$Properties instead.
         */
        interface IGoAway extends vigia.v1.GoAway.$Properties {
        }

        /** Represents a GoAway. */
        class GoAway {

            /**
             * Constructs a new GoAway.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.GoAway.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GoAway retryAfterMs. */
            retryAfterMs: number;

            /** GoAway reason. */
            reason: string;

            /**
             * Creates a new GoAway instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GoAway instance
             */
            static create(properties: vigia.v1.GoAway.$Shape): vigia.v1.GoAway & vigia.v1.GoAway.$Shape;
            static create(properties?: vigia.v1.GoAway.$Properties): vigia.v1.GoAway;

            /**
             * Encodes the specified GoAway message. Does not implicitly {@link vigia.v1.GoAway.verify|verify} messages.
             * @param message GoAway message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.GoAway.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GoAway message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.GoAway & vigia.v1.GoAway.$Shape} GoAway
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.GoAway & vigia.v1.GoAway.$Shape;

            /**
             * Verifies a GoAway message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for GoAway
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GoAway {

            /** Properties of a GoAway. */
            interface $Properties {

                /** GoAway retryAfterMs */
                retryAfterMs?: (number|null);

                /** GoAway reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GoAway. */
            type $Shape = vigia.v1.GoAway.$Properties;
        }

        /**
         * Properties of a Settings.
         * @deprecated Use vigia.v1.Settings.$Properties instead.
         */
        interface ISettings extends vigia.v1.Settings.$Properties {
        }

        /** Represents a Settings. */
        class Settings {

            /**
             * Constructs a new Settings.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Settings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Settings metricsIntervalSeconds. */
            metricsIntervalSeconds: number;

            /** Settings factsIntervalSeconds. */
            factsIntervalSeconds: number;

            /**
             * Creates a new Settings instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Settings instance
             */
            static create(properties: vigia.v1.Settings.$Shape): vigia.v1.Settings & vigia.v1.Settings.$Shape;
            static create(properties?: vigia.v1.Settings.$Properties): vigia.v1.Settings;

            /**
             * Encodes the specified Settings message. Does not implicitly {@link vigia.v1.Settings.verify|verify} messages.
             * @param message Settings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Settings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Settings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Settings & vigia.v1.Settings.$Shape} Settings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Settings & vigia.v1.Settings.$Shape;

            /**
             * Verifies a Settings message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Settings
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Settings {

            /** Properties of a Settings. */
            interface $Properties {

                /** Settings metricsIntervalSeconds */
                metricsIntervalSeconds?: (number|null);

                /** Settings factsIntervalSeconds */
                factsIntervalSeconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Settings. */
            type $Shape = vigia.v1.Settings.$Properties;
        }

        /**
         * Properties of an Envelope.
         * @deprecated Use vigia.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends vigia.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope challenge. */
            challenge?: (vigia.v1.Challenge.$Properties|null);

            /** Envelope welcome. */
            welcome?: (vigia.v1.Welcome.$Properties|null);

            /** Envelope enrolled. */
            enrolled?: (vigia.v1.Enrolled.$Properties|null);

            /** Envelope refusal. */
            refusal?: (vigia.v1.Refusal.$Properties|null);

            /** Envelope ack. */
            ack?: (vigia.v1.Ack.$Properties|null);

            /** Envelope resendFrom. */
            resendFrom?: (vigia.v1.ResendFrom.$Properties|null);

            /** Envelope settings. */
            settings?: (vigia.v1.Settings.$Properties|null);

            /** Envelope goAway. */
            goAway?: (vigia.v1.GoAway.$Properties|null);

            /** Envelope hello. */
            hello?: (vigia.v1.Hello.$Properties|null);

            /** Envelope enroll. */
            enroll?: (vigia.v1.Enroll.$Properties|null);

            /** Envelope batch. */
            batch?: (vigia.v1.Batch.$Properties|null);

            /** Envelope unenroll. */
            unenroll?: (vigia.v1.Unenroll.$Properties|null);

            /** Envelope body. */
            body?: ("challenge"|"welcome"|"enrolled"|"refusal"|"ack"|"resendFrom"|"settings"|"goAway"|"hello"|"enroll"|"batch"|"unenroll");

            /**
             * Creates a new Envelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Envelope instance
             */
            static create(properties: vigia.v1.Envelope.$Shape): vigia.v1.Envelope & vigia.v1.Envelope.$Shape;
            static create(properties?: vigia.v1.Envelope.$Properties): vigia.v1.Envelope;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link vigia.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Envelope & vigia.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Envelope & vigia.v1.Envelope.$Shape;

            /**
             * Verifies an Envelope message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Envelope
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope challenge */
                challenge?: (vigia.v1.Challenge.$Properties|null);

                /** Envelope welcome */
                welcome?: (vigia.v1.Welcome.$Properties|null);

                /** Envelope enrolled */
                enrolled?: (vigia.v1.Enrolled.$Properties|null);

                /** Envelope refusal */
                refusal?: (vigia.v1.Refusal.$Properties|null);

                /** Envelope ack */
                ack?: (vigia.v1.Ack.$Properties|null);

                /** Envelope resendFrom */
                resendFrom?: (vigia.v1.ResendFrom.$Properties|null);

                /** Envelope settings */
                settings?: (vigia.v1.Settings.$Properties|null);

                /** Envelope goAway */
                goAway?: (vigia.v1.GoAway.$Properties|null);

                /** Envelope hello */
                hello?: (vigia.v1.Hello.$Properties|null);

                /** Envelope enroll */
                enroll?: (vigia.v1.Enroll.$Properties|null);

                /** Envelope batch */
                batch?: (vigia.v1.Batch.$Properties|null);

                /** Envelope unenroll */
                unenroll?: (vigia.v1.Unenroll.$Properties|null);

                /** Envelope body */
                body?: ("challenge"|"welcome"|"enrolled"|"refusal"|"ack"|"resendFrom"|"settings"|"goAway"|"hello"|"enroll"|"batch"|"unenroll");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Envelope. */
            type $Shape = {
              challenge?: vigia.v1.Challenge.$Shape|null;
              welcome?: vigia.v1.Welcome.$Shape|null;
              enrolled?: vigia.v1.Enrolled.$Shape|null;
              refusal?: vigia.v1.Refusal.$Shape|null;
              ack?: vigia.v1.Ack.$Shape|null;
              resendFrom?: vigia.v1.ResendFrom.$Shape|null;
              settings?: vigia.v1.Settings.$Shape|null;
              goAway?: vigia.v1.GoAway.$Shape|null;
              hello?: vigia.v1.Hello.$Shape|null;
              enroll?: vigia.v1.Enroll.$Shape|null;
              batch?: vigia.v1.Batch.$Shape|null;
              unenroll?: vigia.v1.Unenroll.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: never; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "challenge"; challenge: vigia.v1.Challenge.$Shape; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "welcome"; challenge?: null; welcome: vigia.v1.Welcome.$Shape; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "enrolled"; challenge?: null; welcome?: null; enrolled: vigia.v1.Enrolled.$Shape; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "refusal"; challenge?: null; welcome?: null; enrolled?: null; refusal: vigia.v1.Refusal.$Shape; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "ack"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack: vigia.v1.Ack.$Shape; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "resendFrom"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom: vigia.v1.ResendFrom.$Shape; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "settings"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings: vigia.v1.Settings.$Shape; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "goAway"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway: vigia.v1.GoAway.$Shape; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "hello"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello: vigia.v1.Hello.$Shape; enroll?: null; batch?: null; unenroll?: null }|{ body?: "enroll"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll: vigia.v1.Enroll.$Shape; batch?: null; unenroll?: null }|{ body?: "batch"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch: vigia.v1.Batch.$Shape; unenroll?: null }|{ body?: "unenroll"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll: vigia.v1.Unenroll.$Shape })
            );
        }
    }
}
