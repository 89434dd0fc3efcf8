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

            /** Record inventorySection. */
            inventorySection?: (vigia.v1.InventorySection.$Properties|null);

            /** Record inventoryTaken. */
            inventoryTaken?: (vigia.v1.InventoryTaken.$Properties|null);

            /** Record metrics. */
            metrics?: (vigia.v1.Metrics.$Properties|null);

            /** Record gap. */
            gap?: (vigia.v1.Gap.$Properties|null);

            /** Record body. */
            body?: ("agentEvent"|"hostFacts"|"collectorStatus"|"inventorySection"|"inventoryTaken"|"metrics"|"gap");

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

                /** Record inventorySection */
                inventorySection?: (vigia.v1.InventorySection.$Properties|null);

                /** Record inventoryTaken */
                inventoryTaken?: (vigia.v1.InventoryTaken.$Properties|null);

                /** Record metrics */
                metrics?: (vigia.v1.Metrics.$Properties|null);

                /** Record gap */
                gap?: (vigia.v1.Gap.$Properties|null);

                /** Record body */
                body?: ("agentEvent"|"hostFacts"|"collectorStatus"|"inventorySection"|"inventoryTaken"|"metrics"|"gap");

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
              inventorySection?: vigia.v1.InventorySection.$Shape|null;
              inventoryTaken?: vigia.v1.InventoryTaken.$Shape|null;
              metrics?: vigia.v1.Metrics.$Shape|null;
              gap?: vigia.v1.Gap.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: never; agentEvent?: null; hostFacts?: null; collectorStatus?: null; inventorySection?: null; inventoryTaken?: null; metrics?: null; gap?: null }|{ body?: "agentEvent"; agentEvent: vigia.v1.AgentEvent.$Shape; hostFacts?: null; collectorStatus?: null; inventorySection?: null; inventoryTaken?: null; metrics?: null; gap?: null }|{ body?: "hostFacts"; agentEvent?: null; hostFacts: vigia.v1.HostFacts.$Shape; collectorStatus?: null; inventorySection?: null; inventoryTaken?: null; metrics?: null; gap?: null }|{ body?: "collectorStatus"; agentEvent?: null; hostFacts?: null; collectorStatus: vigia.v1.CollectorStatus.$Shape; inventorySection?: null; inventoryTaken?: null; metrics?: null; gap?: null }|{ body?: "inventorySection"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; inventorySection: vigia.v1.InventorySection.$Shape; inventoryTaken?: null; metrics?: null; gap?: null }|{ body?: "inventoryTaken"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; inventorySection?: null; inventoryTaken: vigia.v1.InventoryTaken.$Shape; metrics?: null; gap?: null }|{ body?: "metrics"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; inventorySection?: null; inventoryTaken?: null; metrics: vigia.v1.Metrics.$Shape; gap?: null }|{ body?: "gap"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; inventorySection?: null; inventoryTaken?: null; metrics?: null; gap: vigia.v1.Gap.$Shape })
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
         * Properties of an InventorySection.
         * @deprecated Use vigia.v1.InventorySection.$Properties instead.
         */
        interface IInventorySection extends vigia.v1.InventorySection.$Properties {
        }

        /** Represents an InventorySection. */
        class InventorySection {

            /**
             * Constructs a new InventorySection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.InventorySection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InventorySection name. */
            name: string;

            /** InventorySection hash. */
            hash: Uint8Array;

            /** InventorySection deflated. */
            deflated: Uint8Array;

            /**
             * Creates a new InventorySection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InventorySection instance
             */
            static create(properties: vigia.v1.InventorySection.$Shape): vigia.v1.InventorySection & vigia.v1.InventorySection.$Shape;
            static create(properties?: vigia.v1.InventorySection.$Properties): vigia.v1.InventorySection;

            /**
             * Encodes the specified InventorySection message. Does not implicitly {@link vigia.v1.InventorySection.verify|verify} messages.
             * @param message InventorySection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.InventorySection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InventorySection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.InventorySection & vigia.v1.InventorySection.$Shape} InventorySection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.InventorySection & vigia.v1.InventorySection.$Shape;

            /**
             * Verifies an InventorySection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for InventorySection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InventorySection {

            /** Properties of an InventorySection. */
            interface $Properties {

                /** InventorySection name */
                name?: (string|null);

                /** InventorySection hash */
                hash?: (Uint8Array|null);

                /** InventorySection deflated */
                deflated?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InventorySection. */
            type $Shape = vigia.v1.InventorySection.$Properties;
        }

        /**
         * Properties of an InventoryTaken.
         * @deprecated Use vigia.v1.InventoryTaken.$Properties instead.
         */
        interface IInventoryTaken extends vigia.v1.InventoryTaken.$Properties {
        }

        /** Represents an InventoryTaken. */
        class InventoryTaken {

            /**
             * Constructs a new InventoryTaken.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.InventoryTaken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InventoryTaken digest. */
            digest: Uint8Array;

            /** InventoryTaken durationMs. */
            durationMs: number;

            /** InventoryTaken troubles. */
            troubles: vigia.v1.SectionTrouble.$Properties[];

            /**
             * Creates a new InventoryTaken instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InventoryTaken instance
             */
            static create(properties: vigia.v1.InventoryTaken.$Shape): vigia.v1.InventoryTaken & vigia.v1.InventoryTaken.$Shape;
            static create(properties?: vigia.v1.InventoryTaken.$Properties): vigia.v1.InventoryTaken;

            /**
             * Encodes the specified InventoryTaken message. Does not implicitly {@link vigia.v1.InventoryTaken.verify|verify} messages.
             * @param message InventoryTaken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.InventoryTaken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InventoryTaken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.InventoryTaken & vigia.v1.InventoryTaken.$Shape} InventoryTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.InventoryTaken & vigia.v1.InventoryTaken.$Shape;

            /**
             * Verifies an InventoryTaken message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for InventoryTaken
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InventoryTaken {

            /** Properties of an InventoryTaken. */
            interface $Properties {

                /** InventoryTaken digest */
                digest?: (Uint8Array|null);

                /** InventoryTaken durationMs */
                durationMs?: (number|null);

                /** InventoryTaken troubles */
                troubles?: (vigia.v1.SectionTrouble.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InventoryTaken. */
            type $Shape = vigia.v1.InventoryTaken.$Properties;
        }

        /**
         * Properties of a SectionTrouble.
         * @deprecated Use vigia.v1.SectionTrouble.$Properties instead.
         */
        interface ISectionTrouble extends vigia.v1.SectionTrouble.$Properties {
        }

        /** Represents a SectionTrouble. */
        class SectionTrouble {

            /**
             * Constructs a new SectionTrouble.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.SectionTrouble.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SectionTrouble section. */
            section: string;

            /** SectionTrouble reason. */
            reason: string;

            /**
             * Creates a new SectionTrouble instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SectionTrouble instance
             */
            static create(properties: vigia.v1.SectionTrouble.$Shape): vigia.v1.SectionTrouble & vigia.v1.SectionTrouble.$Shape;
            static create(properties?: vigia.v1.SectionTrouble.$Properties): vigia.v1.SectionTrouble;

            /**
             * Encodes the specified SectionTrouble message. Does not implicitly {@link vigia.v1.SectionTrouble.verify|verify} messages.
             * @param message SectionTrouble message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.SectionTrouble.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SectionTrouble message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.SectionTrouble & vigia.v1.SectionTrouble.$Shape} SectionTrouble
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.SectionTrouble & vigia.v1.SectionTrouble.$Shape;

            /**
             * Verifies a SectionTrouble message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for SectionTrouble
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SectionTrouble {

            /** Properties of a SectionTrouble. */
            interface $Properties {

                /** SectionTrouble section */
                section?: (string|null);

                /** SectionTrouble reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SectionTrouble. */
            type $Shape = vigia.v1.SectionTrouble.$Properties;
        }

        /**
         * Properties of an InventoryRequest.
         * @deprecated Use vigia.v1.InventoryRequest.$Properties instead.
         */
        interface IInventoryRequest extends vigia.v1.InventoryRequest.$Properties {
        }

        /** Represents an InventoryRequest. */
        class InventoryRequest {

            /**
             * Constructs a new InventoryRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.InventoryRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InventoryRequest full. */
            full: boolean;

            /**
             * Creates a new InventoryRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InventoryRequest instance
             */
            static create(properties: vigia.v1.InventoryRequest.$Shape): vigia.v1.InventoryRequest & vigia.v1.InventoryRequest.$Shape;
            static create(properties?: vigia.v1.InventoryRequest.$Properties): vigia.v1.InventoryRequest;

            /**
             * Encodes the specified InventoryRequest message. Does not implicitly {@link vigia.v1.InventoryRequest.verify|verify} messages.
             * @param message InventoryRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.InventoryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InventoryRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.InventoryRequest & vigia.v1.InventoryRequest.$Shape} InventoryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.InventoryRequest & vigia.v1.InventoryRequest.$Shape;

            /**
             * Verifies an InventoryRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for InventoryRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InventoryRequest {

            /** Properties of an InventoryRequest. */
            interface $Properties {

                /** InventoryRequest full */
                full?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InventoryRequest. */
            type $Shape = vigia.v1.InventoryRequest.$Properties;
        }

        /**
         * Properties of an InventoryBody.
         * @deprecated Use vigia.v1.InventoryBody.$Properties instead.
         */
        interface IInventoryBody extends vigia.v1.InventoryBody.$Properties {
        }

        /** Represents an InventoryBody. */
        class InventoryBody {

            /**
             * Constructs a new InventoryBody.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.InventoryBody.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InventoryBody leftOut. */
            leftOut: number;

            /** InventoryBody system. */
            system?: (vigia.v1.SystemSection.$Properties|null);

            /** InventoryBody os. */
            os?: (vigia.v1.OsSection.$Properties|null);

            /** InventoryBody processors. */
            processors?: (vigia.v1.ProcessorsSection.$Properties|null);

            /** InventoryBody memory. */
            memory?: (vigia.v1.MemorySection.$Properties|null);

            /** InventoryBody board. */
            board?: (vigia.v1.BoardSection.$Properties|null);

            /** InventoryBody disks. */
            disks?: (vigia.v1.DisksSection.$Properties|null);

            /** InventoryBody volumes. */
            volumes?: (vigia.v1.VolumesSection.$Properties|null);

            /** InventoryBody network. */
            network?: (vigia.v1.NetworkSection.$Properties|null);

            /** InventoryBody graphics. */
            graphics?: (vigia.v1.GraphicsSection.$Properties|null);

            /** InventoryBody printers. */
            printers?: (vigia.v1.PrintersSection.$Properties|null);

            /** InventoryBody audio. */
            audio?: (vigia.v1.AudioSection.$Properties|null);

            /** InventoryBody batteries. */
            batteries?: (vigia.v1.BatteriesSection.$Properties|null);

            /** InventoryBody software. */
            software?: (vigia.v1.SoftwareSection.$Properties|null);

            /** InventoryBody updates. */
            updates?: (vigia.v1.UpdatesSection.$Properties|null);

            /** InventoryBody services. */
            services?: (vigia.v1.ServicesSection.$Properties|null);

            /** InventoryBody users. */
            users?: (vigia.v1.UsersSection.$Properties|null);

            /** InventoryBody security. */
            security?: (vigia.v1.SecuritySection.$Properties|null);

            /** InventoryBody licences. */
            licences?: (vigia.v1.LicencesSection.$Properties|null);

            /** InventoryBody guests. */
            guests?: (vigia.v1.GuestsSection.$Properties|null);

            /** InventoryBody section. */
            section?: ("system"|"os"|"processors"|"memory"|"board"|"disks"|"volumes"|"network"|"graphics"|"printers"|"audio"|"batteries"|"software"|"updates"|"services"|"users"|"security"|"licences"|"guests");

            /**
             * Creates a new InventoryBody instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InventoryBody instance
             */
            static create(properties: vigia.v1.InventoryBody.$Shape): vigia.v1.InventoryBody & vigia.v1.InventoryBody.$Shape;
            static create(properties?: vigia.v1.InventoryBody.$Properties): vigia.v1.InventoryBody;

            /**
             * Encodes the specified InventoryBody message. Does not implicitly {@link vigia.v1.InventoryBody.verify|verify} messages.
             * @param message InventoryBody message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.InventoryBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InventoryBody message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.InventoryBody & vigia.v1.InventoryBody.$Shape} InventoryBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.InventoryBody & vigia.v1.InventoryBody.$Shape;

            /**
             * Verifies an InventoryBody message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for InventoryBody
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InventoryBody {

            /** Properties of an InventoryBody. */
            interface $Properties {

                /** InventoryBody leftOut */
                leftOut?: (number|null);

                /** InventoryBody system */
                system?: (vigia.v1.SystemSection.$Properties|null);

                /** InventoryBody os */
                os?: (vigia.v1.OsSection.$Properties|null);

                /** InventoryBody processors */
                processors?: (vigia.v1.ProcessorsSection.$Properties|null);

                /** InventoryBody memory */
                memory?: (vigia.v1.MemorySection.$Properties|null);

                /** InventoryBody board */
                board?: (vigia.v1.BoardSection.$Properties|null);

                /** InventoryBody disks */
                disks?: (vigia.v1.DisksSection.$Properties|null);

                /** InventoryBody volumes */
                volumes?: (vigia.v1.VolumesSection.$Properties|null);

                /** InventoryBody network */
                network?: (vigia.v1.NetworkSection.$Properties|null);

                /** InventoryBody graphics */
                graphics?: (vigia.v1.GraphicsSection.$Properties|null);

                /** InventoryBody printers */
                printers?: (vigia.v1.PrintersSection.$Properties|null);

                /** InventoryBody audio */
                audio?: (vigia.v1.AudioSection.$Properties|null);

                /** InventoryBody batteries */
                batteries?: (vigia.v1.BatteriesSection.$Properties|null);

                /** InventoryBody software */
                software?: (vigia.v1.SoftwareSection.$Properties|null);

                /** InventoryBody updates */
                updates?: (vigia.v1.UpdatesSection.$Properties|null);

                /** InventoryBody services */
                services?: (vigia.v1.ServicesSection.$Properties|null);

                /** InventoryBody users */
                users?: (vigia.v1.UsersSection.$Properties|null);

                /** InventoryBody security */
                security?: (vigia.v1.SecuritySection.$Properties|null);

                /** InventoryBody licences */
                licences?: (vigia.v1.LicencesSection.$Properties|null);

                /** InventoryBody guests */
                guests?: (vigia.v1.GuestsSection.$Properties|null);

                /** InventoryBody section */
                section?: ("system"|"os"|"processors"|"memory"|"board"|"disks"|"volumes"|"network"|"graphics"|"printers"|"audio"|"batteries"|"software"|"updates"|"services"|"users"|"security"|"licences"|"guests");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an InventoryBody. */
            type $Shape = {
              leftOut?: number|null;
              system?: vigia.v1.SystemSection.$Shape|null;
              os?: vigia.v1.OsSection.$Shape|null;
              processors?: vigia.v1.ProcessorsSection.$Shape|null;
              memory?: vigia.v1.MemorySection.$Shape|null;
              board?: vigia.v1.BoardSection.$Shape|null;
              disks?: vigia.v1.DisksSection.$Shape|null;
              volumes?: vigia.v1.VolumesSection.$Shape|null;
              network?: vigia.v1.NetworkSection.$Shape|null;
              graphics?: vigia.v1.GraphicsSection.$Shape|null;
              printers?: vigia.v1.PrintersSection.$Shape|null;
              audio?: vigia.v1.AudioSection.$Shape|null;
              batteries?: vigia.v1.BatteriesSection.$Shape|null;
              software?: vigia.v1.SoftwareSection.$Shape|null;
              updates?: vigia.v1.UpdatesSection.$Shape|null;
              services?: vigia.v1.ServicesSection.$Shape|null;
              users?: vigia.v1.UsersSection.$Shape|null;
              security?: vigia.v1.SecuritySection.$Shape|null;
              licences?: vigia.v1.LicencesSection.$Shape|null;
              guests?: vigia.v1.GuestsSection.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ section?: never; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "system"; system: vigia.v1.SystemSection.$Shape; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "os"; system?: null; os: vigia.v1.OsSection.$Shape; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "processors"; system?: null; os?: null; processors: vigia.v1.ProcessorsSection.$Shape; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "memory"; system?: null; os?: null; processors?: null; memory: vigia.v1.MemorySection.$Shape; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "board"; system?: null; os?: null; processors?: null; memory?: null; board: vigia.v1.BoardSection.$Shape; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "disks"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks: vigia.v1.DisksSection.$Shape; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "volumes"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes: vigia.v1.VolumesSection.$Shape; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "network"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network: vigia.v1.NetworkSection.$Shape; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "graphics"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics: vigia.v1.GraphicsSection.$Shape; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "printers"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers: vigia.v1.PrintersSection.$Shape; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "audio"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio: vigia.v1.AudioSection.$Shape; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "batteries"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries: vigia.v1.BatteriesSection.$Shape; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "software"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software: vigia.v1.SoftwareSection.$Shape; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "updates"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates: vigia.v1.UpdatesSection.$Shape; services?: null; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "services"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services: vigia.v1.ServicesSection.$Shape; users?: null; security?: null; licences?: null; guests?: null }|{ section?: "users"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users: vigia.v1.UsersSection.$Shape; security?: null; licences?: null; guests?: null }|{ section?: "security"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security: vigia.v1.SecuritySection.$Shape; licences?: null; guests?: null }|{ section?: "licences"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences: vigia.v1.LicencesSection.$Shape; guests?: null }|{ section?: "guests"; system?: null; os?: null; processors?: null; memory?: null; board?: null; disks?: null; volumes?: null; network?: null; graphics?: null; printers?: null; audio?: null; batteries?: null; software?: null; updates?: null; services?: null; users?: null; security?: null; licences?: null; guests: vigia.v1.GuestsSection.$Shape })
            );
        }

        /**
         * Properties of a SystemSection.
         * @deprecated Use vigia.v1.SystemSection.$Properties instead.
         */
        interface ISystemSection extends vigia.v1.SystemSection.$Properties {
        }

        /** Represents a SystemSection. */
        class SystemSection {

            /**
             * Constructs a new SystemSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.SystemSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SystemSection manufacturer. */
            manufacturer: string;

            /** SystemSection model. */
            model: string;

            /** SystemSection serial. */
            serial: string;

            /** SystemSection uuid. */
            uuid: string;

            /** SystemSection assetTag. */
            assetTag: string;

            /** SystemSection chassis. */
            chassis: string;

            /** SystemSection virtual. */
            virtual?: (boolean|null);

            /** SystemSection hypervisor. */
            hypervisor: string;

            /** SystemSection tpmKey. */
            tpmKey: string;

            /**
             * Creates a new SystemSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SystemSection instance
             */
            static create(properties: vigia.v1.SystemSection.$Shape): vigia.v1.SystemSection & vigia.v1.SystemSection.$Shape;
            static create(properties?: vigia.v1.SystemSection.$Properties): vigia.v1.SystemSection;

            /**
             * Encodes the specified SystemSection message. Does not implicitly {@link vigia.v1.SystemSection.verify|verify} messages.
             * @param message SystemSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.SystemSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SystemSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.SystemSection & vigia.v1.SystemSection.$Shape} SystemSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.SystemSection & vigia.v1.SystemSection.$Shape;

            /**
             * Verifies a SystemSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for SystemSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SystemSection {

            /** Properties of a SystemSection. */
            interface $Properties {

                /** SystemSection manufacturer */
                manufacturer?: (string|null);

                /** SystemSection model */
                model?: (string|null);

                /** SystemSection serial */
                serial?: (string|null);

                /** SystemSection uuid */
                uuid?: (string|null);

                /** SystemSection assetTag */
                assetTag?: (string|null);

                /** SystemSection chassis */
                chassis?: (string|null);

                /** SystemSection virtual */
                virtual?: (boolean|null);

                /** SystemSection hypervisor */
                hypervisor?: (string|null);

                /** SystemSection tpmKey */
                tpmKey?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SystemSection. */
            type $Shape = vigia.v1.SystemSection.$Properties;
        }

        /**
         * Properties of an OsSection.
         * @deprecated Use vigia.v1.OsSection.$Properties instead.
         */
        interface IOsSection extends vigia.v1.OsSection.$Properties {
        }

        /** Represents an OsSection. */
        class OsSection {

            /**
             * Constructs a new OsSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.OsSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OsSection name. */
            name: string;

            /** OsSection version. */
            version: string;

            /** OsSection build. */
            build: string;

            /** OsSection servicePack. */
            servicePack: string;

            /** OsSection kernel. */
            kernel: string;

            /** OsSection architecture. */
            architecture: string;

            /** OsSection installedAtMs. */
            installedAtMs?: (number|null);

            /** OsSection bootedAtMs. */
            bootedAtMs?: (number|null);

            /** OsSection rebootPending. */
            rebootPending?: (boolean|null);

            /** OsSection rebootReasons. */
            rebootReasons: string[];

            /** OsSection timeZone. */
            timeZone: string;

            /** OsSection domain. */
            domain: string;

            /** OsSection workgroup. */
            workgroup: string;

            /** OsSection hostname. */
            hostname: string;

            /**
             * Creates a new OsSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OsSection instance
             */
            static create(properties: vigia.v1.OsSection.$Shape): vigia.v1.OsSection & vigia.v1.OsSection.$Shape;
            static create(properties?: vigia.v1.OsSection.$Properties): vigia.v1.OsSection;

            /**
             * Encodes the specified OsSection message. Does not implicitly {@link vigia.v1.OsSection.verify|verify} messages.
             * @param message OsSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.OsSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OsSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.OsSection & vigia.v1.OsSection.$Shape} OsSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.OsSection & vigia.v1.OsSection.$Shape;

            /**
             * Verifies an OsSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for OsSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OsSection {

            /** Properties of an OsSection. */
            interface $Properties {

                /** OsSection name */
                name?: (string|null);

                /** OsSection version */
                version?: (string|null);

                /** OsSection build */
                build?: (string|null);

                /** OsSection servicePack */
                servicePack?: (string|null);

                /** OsSection kernel */
                kernel?: (string|null);

                /** OsSection architecture */
                architecture?: (string|null);

                /** OsSection installedAtMs */
                installedAtMs?: (number|null);

                /** OsSection bootedAtMs */
                bootedAtMs?: (number|null);

                /** OsSection rebootPending */
                rebootPending?: (boolean|null);

                /** OsSection rebootReasons */
                rebootReasons?: (string[]|null);

                /** OsSection timeZone */
                timeZone?: (string|null);

                /** OsSection domain */
                domain?: (string|null);

                /** OsSection workgroup */
                workgroup?: (string|null);

                /** OsSection hostname */
                hostname?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OsSection. */
            type $Shape = vigia.v1.OsSection.$Properties;
        }

        /**
         * Properties of a ProcessorsSection.
         * @deprecated Use vigia.v1.ProcessorsSection.$Properties instead.
         */
        interface IProcessorsSection extends vigia.v1.ProcessorsSection.$Properties {
        }

        /** Represents a ProcessorsSection. */
        class ProcessorsSection {

            /**
             * Constructs a new ProcessorsSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.ProcessorsSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProcessorsSection processors. */
            processors: vigia.v1.Processor.$Properties[];

            /**
             * Creates a new ProcessorsSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProcessorsSection instance
             */
            static create(properties: vigia.v1.ProcessorsSection.$Shape): vigia.v1.ProcessorsSection & vigia.v1.ProcessorsSection.$Shape;
            static create(properties?: vigia.v1.ProcessorsSection.$Properties): vigia.v1.ProcessorsSection;

            /**
             * Encodes the specified ProcessorsSection message. Does not implicitly {@link vigia.v1.ProcessorsSection.verify|verify} messages.
             * @param message ProcessorsSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.ProcessorsSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProcessorsSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.ProcessorsSection & vigia.v1.ProcessorsSection.$Shape} ProcessorsSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.ProcessorsSection & vigia.v1.ProcessorsSection.$Shape;

            /**
             * Verifies a ProcessorsSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for ProcessorsSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ProcessorsSection {

            /** Properties of a ProcessorsSection. */
            interface $Properties {

                /** ProcessorsSection processors */
                processors?: (vigia.v1.Processor.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProcessorsSection. */
            type $Shape = vigia.v1.ProcessorsSection.$Properties;
        }

        /**
         * Properties of a Processor.
         * @deprecated Use vigia.v1.Processor.$Properties instead.
         */
        interface IProcessor extends vigia.v1.Processor.$Properties {
        }

        /** Represents a Processor. */
        class Processor {

            /**
             * Constructs a new Processor.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Processor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Processor manufacturer. */
            manufacturer: string;

            /** Processor model. */
            model: string;

            /** Processor cores. */
            cores?: (number|null);

            /** Processor threads. */
            threads?: (number|null);

            /** Processor maxMhz. */
            maxMhz?: (number|null);

            /** Processor socket. */
            socket: string;

            /**
             * Creates a new Processor instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Processor instance
             */
            static create(properties: vigia.v1.Processor.$Shape): vigia.v1.Processor & vigia.v1.Processor.$Shape;
            static create(properties?: vigia.v1.Processor.$Properties): vigia.v1.Processor;

            /**
             * Encodes the specified Processor message. Does not implicitly {@link vigia.v1.Processor.verify|verify} messages.
             * @param message Processor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Processor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Processor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Processor & vigia.v1.Processor.$Shape} Processor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Processor & vigia.v1.Processor.$Shape;

            /**
             * Verifies a Processor message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Processor
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Processor {

            /** Properties of a Processor. */
            interface $Properties {

                /** Processor manufacturer */
                manufacturer?: (string|null);

                /** Processor model */
                model?: (string|null);

                /** Processor cores */
                cores?: (number|null);

                /** Processor threads */
                threads?: (number|null);

                /** Processor maxMhz */
                maxMhz?: (number|null);

                /** Processor socket */
                socket?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Processor. */
            type $Shape = vigia.v1.Processor.$Properties;
        }

        /**
         * Properties of a MemorySection.
         * @deprecated Use vigia.v1.MemorySection.$Properties instead.
         */
        interface IMemorySection extends vigia.v1.MemorySection.$Properties {
        }

        /** Represents a MemorySection. */
        class MemorySection {

            /**
             * Constructs a new MemorySection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.MemorySection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemorySection totalBytes. */
            totalBytes?: (number|null);

            /** MemorySection slots. */
            slots: vigia.v1.MemorySlot.$Properties[];

            /**
             * Creates a new MemorySection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemorySection instance
             */
            static create(properties: vigia.v1.MemorySection.$Shape): vigia.v1.MemorySection & vigia.v1.MemorySection.$Shape;
            static create(properties?: vigia.v1.MemorySection.$Properties): vigia.v1.MemorySection;

            /**
             * Encodes the specified MemorySection message. Does not implicitly {@link vigia.v1.MemorySection.verify|verify} messages.
             * @param message MemorySection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.MemorySection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemorySection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.MemorySection & vigia.v1.MemorySection.$Shape} MemorySection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.MemorySection & vigia.v1.MemorySection.$Shape;

            /**
             * Verifies a MemorySection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for MemorySection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MemorySection {

            /** Properties of a MemorySection. */
            interface $Properties {

                /** MemorySection totalBytes */
                totalBytes?: (number|null);

                /** MemorySection slots */
                slots?: (vigia.v1.MemorySlot.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemorySection. */
            type $Shape = vigia.v1.MemorySection.$Properties;
        }

        /**
         * Properties of a MemorySlot.
         * @deprecated Use vigia.v1.MemorySlot.$Properties instead.
         */
        interface IMemorySlot extends vigia.v1.MemorySlot.$Properties {
        }

        /** Represents a MemorySlot. */
        class MemorySlot {

            /**
             * Constructs a new MemorySlot.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.MemorySlot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemorySlot slot. */
            slot: string;

            /** MemorySlot bytes. */
            bytes: number;

            /** MemorySlot type. */
            type: string;

            /** MemorySlot formFactor. */
            formFactor: string;

            /** MemorySlot speed. */
            speed?: (number|null);

            /** MemorySlot manufacturer. */
            manufacturer: string;

            /** MemorySlot partNumber. */
            partNumber: string;

            /** MemorySlot serial. */
            serial: string;

            /**
             * Creates a new MemorySlot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemorySlot instance
             */
            static create(properties: vigia.v1.MemorySlot.$Shape): vigia.v1.MemorySlot & vigia.v1.MemorySlot.$Shape;
            static create(properties?: vigia.v1.MemorySlot.$Properties): vigia.v1.MemorySlot;

            /**
             * Encodes the specified MemorySlot message. Does not implicitly {@link vigia.v1.MemorySlot.verify|verify} messages.
             * @param message MemorySlot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.MemorySlot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemorySlot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.MemorySlot & vigia.v1.MemorySlot.$Shape} MemorySlot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.MemorySlot & vigia.v1.MemorySlot.$Shape;

            /**
             * Verifies a MemorySlot message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for MemorySlot
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MemorySlot {

            /** Properties of a MemorySlot. */
            interface $Properties {

                /** MemorySlot slot */
                slot?: (string|null);

                /** MemorySlot bytes */
                bytes?: (number|null);

                /** MemorySlot type */
                type?: (string|null);

                /** MemorySlot formFactor */
                formFactor?: (string|null);

                /** MemorySlot speed */
                speed?: (number|null);

                /** MemorySlot manufacturer */
                manufacturer?: (string|null);

                /** MemorySlot partNumber */
                partNumber?: (string|null);

                /** MemorySlot serial */
                serial?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemorySlot. */
            type $Shape = vigia.v1.MemorySlot.$Properties;
        }

        /**
         * Properties of a BoardSection.
         * @deprecated Use vigia.v1.BoardSection.$Properties instead.
         */
        interface IBoardSection extends vigia.v1.BoardSection.$Properties {
        }

        /** Represents a BoardSection. */
        class BoardSection {

            /**
             * Constructs a new BoardSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.BoardSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoardSection manufacturer. */
            manufacturer: string;

            /** BoardSection model. */
            model: string;

            /** BoardSection serial. */
            serial: string;

            /** BoardSection firmwareVendor. */
            firmwareVendor: string;

            /** BoardSection firmwareVersion. */
            firmwareVersion: string;

            /** BoardSection firmwareDate. */
            firmwareDate: string;

            /** BoardSection uefi. */
            uefi?: (boolean|null);

            /** BoardSection secureBoot. */
            secureBoot?: (boolean|null);

            /** BoardSection tpmVersion. */
            tpmVersion: string;

            /**
             * Creates a new BoardSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BoardSection instance
             */
            static create(properties: vigia.v1.BoardSection.$Shape): vigia.v1.BoardSection & vigia.v1.BoardSection.$Shape;
            static create(properties?: vigia.v1.BoardSection.$Properties): vigia.v1.BoardSection;

            /**
             * Encodes the specified BoardSection message. Does not implicitly {@link vigia.v1.BoardSection.verify|verify} messages.
             * @param message BoardSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.BoardSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoardSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.BoardSection & vigia.v1.BoardSection.$Shape} BoardSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.BoardSection & vigia.v1.BoardSection.$Shape;

            /**
             * Verifies a BoardSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for BoardSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BoardSection {

            /** Properties of a BoardSection. */
            interface $Properties {

                /** BoardSection manufacturer */
                manufacturer?: (string|null);

                /** BoardSection model */
                model?: (string|null);

                /** BoardSection serial */
                serial?: (string|null);

                /** BoardSection firmwareVendor */
                firmwareVendor?: (string|null);

                /** BoardSection firmwareVersion */
                firmwareVersion?: (string|null);

                /** BoardSection firmwareDate */
                firmwareDate?: (string|null);

                /** BoardSection uefi */
                uefi?: (boolean|null);

                /** BoardSection secureBoot */
                secureBoot?: (boolean|null);

                /** BoardSection tpmVersion */
                tpmVersion?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BoardSection. */
            type $Shape = vigia.v1.BoardSection.$Properties;
        }

        /**
         * Properties of a DisksSection.
         * @deprecated Use vigia.v1.DisksSection.$Properties instead.
         */
        interface IDisksSection extends vigia.v1.DisksSection.$Properties {
        }

        /** Represents a DisksSection. */
        class DisksSection {

            /**
             * Constructs a new DisksSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.DisksSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DisksSection disks. */
            disks: vigia.v1.PhysicalDisk.$Properties[];

            /**
             * Creates a new DisksSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DisksSection instance
             */
            static create(properties: vigia.v1.DisksSection.$Shape): vigia.v1.DisksSection & vigia.v1.DisksSection.$Shape;
            static create(properties?: vigia.v1.DisksSection.$Properties): vigia.v1.DisksSection;

            /**
             * Encodes the specified DisksSection message. Does not implicitly {@link vigia.v1.DisksSection.verify|verify} messages.
             * @param message DisksSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.DisksSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DisksSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.DisksSection & vigia.v1.DisksSection.$Shape} DisksSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.DisksSection & vigia.v1.DisksSection.$Shape;

            /**
             * Verifies a DisksSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for DisksSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DisksSection {

            /** Properties of a DisksSection. */
            interface $Properties {

                /** DisksSection disks */
                disks?: (vigia.v1.PhysicalDisk.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DisksSection. */
            type $Shape = vigia.v1.DisksSection.$Properties;
        }

        /**
         * Properties of a PhysicalDisk.
         * @deprecated Use vigia.v1.PhysicalDisk.$Properties instead.
         */
        interface IPhysicalDisk extends vigia.v1.PhysicalDisk.$Properties {
        }

        /** Represents a PhysicalDisk. */
        class PhysicalDisk {

            /**
             * Constructs a new PhysicalDisk.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.PhysicalDisk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PhysicalDisk name. */
            name: string;

            /** PhysicalDisk manufacturer. */
            manufacturer: string;

            /** PhysicalDisk model. */
            model: string;

            /** PhysicalDisk serial. */
            serial: string;

            /** PhysicalDisk firmware. */
            firmware: string;

            /** PhysicalDisk bytes. */
            bytes?: (number|null);

            /** PhysicalDisk kind. */
            kind: string;

            /** PhysicalDisk bus. */
            bus: string;

            /** PhysicalDisk health. */
            health: vigia.v1.DiskHealth;

            /** PhysicalDisk healthReason. */
            healthReason: string;

            /** PhysicalDisk wearPercent. */
            wearPercent?: (number|null);

            /** PhysicalDisk poweredHours. */
            poweredHours?: (number|null);

            /** PhysicalDisk reallocatedSectors. */
            reallocatedSectors?: (number|null);

            /**
             * Creates a new PhysicalDisk instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PhysicalDisk instance
             */
            static create(properties: vigia.v1.PhysicalDisk.$Shape): vigia.v1.PhysicalDisk & vigia.v1.PhysicalDisk.$Shape;
            static create(properties?: vigia.v1.PhysicalDisk.$Properties): vigia.v1.PhysicalDisk;

            /**
             * Encodes the specified PhysicalDisk message. Does not implicitly {@link vigia.v1.PhysicalDisk.verify|verify} messages.
             * @param message PhysicalDisk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.PhysicalDisk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PhysicalDisk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.PhysicalDisk & vigia.v1.PhysicalDisk.$Shape} PhysicalDisk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.PhysicalDisk & vigia.v1.PhysicalDisk.$Shape;

            /**
             * Verifies a PhysicalDisk message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for PhysicalDisk
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PhysicalDisk {

            /** Properties of a PhysicalDisk. */
            interface $Properties {

                /** PhysicalDisk name */
                name?: (string|null);

                /** PhysicalDisk manufacturer */
                manufacturer?: (string|null);

                /** PhysicalDisk model */
                model?: (string|null);

                /** PhysicalDisk serial */
                serial?: (string|null);

                /** PhysicalDisk firmware */
                firmware?: (string|null);

                /** PhysicalDisk bytes */
                bytes?: (number|null);

                /** PhysicalDisk kind */
                kind?: (string|null);

                /** PhysicalDisk bus */
                bus?: (string|null);

                /** PhysicalDisk health */
                health?: (vigia.v1.DiskHealth|null);

                /** PhysicalDisk healthReason */
                healthReason?: (string|null);

                /** PhysicalDisk wearPercent */
                wearPercent?: (number|null);

                /** PhysicalDisk poweredHours */
                poweredHours?: (number|null);

                /** PhysicalDisk reallocatedSectors */
                reallocatedSectors?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PhysicalDisk. */
            type $Shape = vigia.v1.PhysicalDisk.$Properties;
        }

        /** DiskHealth enum. */
        enum DiskHealth {

            /** DISK_HEALTH_UNSPECIFIED value */
            DISK_HEALTH_UNSPECIFIED = 0,

            /** DISK_HEALTH_OK value */
            DISK_HEALTH_OK = 1,

            /** DISK_HEALTH_FAILING value */
            DISK_HEALTH_FAILING = 2
        }

        /**
         * Properties of a VolumesSection.
         * @deprecated Use vigia.v1.VolumesSection.$Properties instead.
         */
        interface IVolumesSection extends vigia.v1.VolumesSection.$Properties {
        }

        /** Represents a VolumesSection. */
        class VolumesSection {

            /**
             * Constructs a new VolumesSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.VolumesSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VolumesSection volumes. */
            volumes: vigia.v1.Volume.$Properties[];

            /**
             * Creates a new VolumesSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VolumesSection instance
             */
            static create(properties: vigia.v1.VolumesSection.$Shape): vigia.v1.VolumesSection & vigia.v1.VolumesSection.$Shape;
            static create(properties?: vigia.v1.VolumesSection.$Properties): vigia.v1.VolumesSection;

            /**
             * Encodes the specified VolumesSection message. Does not implicitly {@link vigia.v1.VolumesSection.verify|verify} messages.
             * @param message VolumesSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.VolumesSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VolumesSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.VolumesSection & vigia.v1.VolumesSection.$Shape} VolumesSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.VolumesSection & vigia.v1.VolumesSection.$Shape;

            /**
             * Verifies a VolumesSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for VolumesSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace VolumesSection {

            /** Properties of a VolumesSection. */
            interface $Properties {

                /** VolumesSection volumes */
                volumes?: (vigia.v1.Volume.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VolumesSection. */
            type $Shape = vigia.v1.VolumesSection.$Properties;
        }

        /**
         * Properties of a Volume.
         * @deprecated Use vigia.v1.Volume.$Properties instead.
         */
        interface IVolume extends vigia.v1.Volume.$Properties {
        }

        /** Represents a Volume. */
        class Volume {

            /**
             * Constructs a new Volume.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Volume.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Volume mount. */
            mount: string;

            /** Volume device. */
            device: string;

            /** Volume label. */
            label: string;

            /** Volume filesystem. */
            filesystem: string;

            /** Volume bytes. */
            bytes?: (number|null);

            /** Volume encryption. */
            encryption: vigia.v1.Encryption;

            /** Volume encryptionMethod. */
            encryptionMethod: string;

            /** Volume uuid. */
            uuid: string;

            /**
             * Creates a new Volume instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Volume instance
             */
            static create(properties: vigia.v1.Volume.$Shape): vigia.v1.Volume & vigia.v1.Volume.$Shape;
            static create(properties?: vigia.v1.Volume.$Properties): vigia.v1.Volume;

            /**
             * Encodes the specified Volume message. Does not implicitly {@link vigia.v1.Volume.verify|verify} messages.
             * @param message Volume message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Volume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Volume message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Volume & vigia.v1.Volume.$Shape} Volume
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Volume & vigia.v1.Volume.$Shape;

            /**
             * Verifies a Volume message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Volume
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Volume {

            /** Properties of a Volume. */
            interface $Properties {

                /** Volume mount */
                mount?: (string|null);

                /** Volume device */
                device?: (string|null);

                /** Volume label */
                label?: (string|null);

                /** Volume filesystem */
                filesystem?: (string|null);

                /** Volume bytes */
                bytes?: (number|null);

                /** Volume encryption */
                encryption?: (vigia.v1.Encryption|null);

                /** Volume encryptionMethod */
                encryptionMethod?: (string|null);

                /** Volume uuid */
                uuid?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Volume. */
            type $Shape = vigia.v1.Volume.$Properties;
        }

        /** Encryption enum. */
        enum Encryption {

            /** ENCRYPTION_UNSPECIFIED value */
            ENCRYPTION_UNSPECIFIED = 0,

            /** ENCRYPTION_NONE value */
            ENCRYPTION_NONE = 1,

            /** ENCRYPTION_ON value */
            ENCRYPTION_ON = 2,

            /** ENCRYPTION_SUSPENDED value */
            ENCRYPTION_SUSPENDED = 3,

            /** ENCRYPTION_CHANGING value */
            ENCRYPTION_CHANGING = 4
        }

        /**
         * Properties of a NetworkSection.
         * @deprecated Use vigia.v1.NetworkSection.$Properties instead.
         */
        interface INetworkSection extends vigia.v1.NetworkSection.$Properties {
        }

        /** Represents a NetworkSection. */
        class NetworkSection {

            /**
             * Constructs a new NetworkSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.NetworkSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NetworkSection interfaces. */
            interfaces: vigia.v1.NetworkInterface.$Properties[];

            /**
             * Creates a new NetworkSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NetworkSection instance
             */
            static create(properties: vigia.v1.NetworkSection.$Shape): vigia.v1.NetworkSection & vigia.v1.NetworkSection.$Shape;
            static create(properties?: vigia.v1.NetworkSection.$Properties): vigia.v1.NetworkSection;

            /**
             * Encodes the specified NetworkSection message. Does not implicitly {@link vigia.v1.NetworkSection.verify|verify} messages.
             * @param message NetworkSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.NetworkSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NetworkSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.NetworkSection & vigia.v1.NetworkSection.$Shape} NetworkSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.NetworkSection & vigia.v1.NetworkSection.$Shape;

            /**
             * Verifies a NetworkSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for NetworkSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace NetworkSection {

            /** Properties of a NetworkSection. */
            interface $Properties {

                /** NetworkSection interfaces */
                interfaces?: (vigia.v1.NetworkInterface.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NetworkSection. */
            type $Shape = vigia.v1.NetworkSection.$Properties;
        }

        /**
         * Properties of a NetworkInterface.
         * @deprecated Use vigia.v1.NetworkInterface.$Properties instead.
         */
        interface INetworkInterface extends vigia.v1.NetworkInterface.$Properties {
        }

        /** Represents a NetworkInterface. */
        class NetworkInterface {

            /**
             * Constructs a new NetworkInterface.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.NetworkInterface.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NetworkInterface name. */
            name: string;

            /** NetworkInterface description. */
            description: string;

            /** NetworkInterface mac. */
            mac: string;

            /** NetworkInterface kind. */
            kind: string;

            /** NetworkInterface addresses. */
            addresses: string[];

            /** NetworkInterface gateways. */
            gateways: string[];

            /** NetworkInterface dns. */
            dns: string[];

            /** NetworkInterface dhcp. */
            dhcp?: (boolean|null);

            /** NetworkInterface up. */
            up?: (boolean|null);

            /** NetworkInterface speedMbps. */
            speedMbps?: (number|null);

            /**
             * Creates a new NetworkInterface instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NetworkInterface instance
             */
            static create(properties: vigia.v1.NetworkInterface.$Shape): vigia.v1.NetworkInterface & vigia.v1.NetworkInterface.$Shape;
            static create(properties?: vigia.v1.NetworkInterface.$Properties): vigia.v1.NetworkInterface;

            /**
             * Encodes the specified NetworkInterface message. Does not implicitly {@link vigia.v1.NetworkInterface.verify|verify} messages.
             * @param message NetworkInterface message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.NetworkInterface.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NetworkInterface message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.NetworkInterface & vigia.v1.NetworkInterface.$Shape} NetworkInterface
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.NetworkInterface & vigia.v1.NetworkInterface.$Shape;

            /**
             * Verifies a NetworkInterface message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for NetworkInterface
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace NetworkInterface {

            /** Properties of a NetworkInterface. */
            interface $Properties {

                /** NetworkInterface name */
                name?: (string|null);

                /** NetworkInterface description */
                description?: (string|null);

                /** NetworkInterface mac */
                mac?: (string|null);

                /** NetworkInterface kind */
                kind?: (string|null);

                /** NetworkInterface addresses */
                addresses?: (string[]|null);

                /** NetworkInterface gateways */
                gateways?: (string[]|null);

                /** NetworkInterface dns */
                dns?: (string[]|null);

                /** NetworkInterface dhcp */
                dhcp?: (boolean|null);

                /** NetworkInterface up */
                up?: (boolean|null);

                /** NetworkInterface speedMbps */
                speedMbps?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NetworkInterface. */
            type $Shape = vigia.v1.NetworkInterface.$Properties;
        }

        /**
         * Properties of a GraphicsSection.
         * @deprecated Use vigia.v1.GraphicsSection.$Properties instead.
         */
        interface IGraphicsSection extends vigia.v1.GraphicsSection.$Properties {
        }

        /** Represents a GraphicsSection. */
        class GraphicsSection {

            /**
             * Constructs a new GraphicsSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.GraphicsSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GraphicsSection cards. */
            cards: vigia.v1.GraphicsCard.$Properties[];

            /** GraphicsSection monitors. */
            monitors: vigia.v1.Monitor.$Properties[];

            /**
             * Creates a new GraphicsSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GraphicsSection instance
             */
            static create(properties: vigia.v1.GraphicsSection.$Shape): vigia.v1.GraphicsSection & vigia.v1.GraphicsSection.$Shape;
            static create(properties?: vigia.v1.GraphicsSection.$Properties): vigia.v1.GraphicsSection;

            /**
             * Encodes the specified GraphicsSection message. Does not implicitly {@link vigia.v1.GraphicsSection.verify|verify} messages.
             * @param message GraphicsSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.GraphicsSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GraphicsSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.GraphicsSection & vigia.v1.GraphicsSection.$Shape} GraphicsSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.GraphicsSection & vigia.v1.GraphicsSection.$Shape;

            /**
             * Verifies a GraphicsSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for GraphicsSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GraphicsSection {

            /** Properties of a GraphicsSection. */
            interface $Properties {

                /** GraphicsSection cards */
                cards?: (vigia.v1.GraphicsCard.$Properties[]|null);

                /** GraphicsSection monitors */
                monitors?: (vigia.v1.Monitor.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GraphicsSection. */
            type $Shape = vigia.v1.GraphicsSection.$Properties;
        }

        /**
         * Properties of a GraphicsCard.
         * @deprecated Use vigia.v1.GraphicsCard.$Properties instead.
         */
        interface IGraphicsCard extends vigia.v1.GraphicsCard.$Properties {
        }

        /** Represents a GraphicsCard. */
        class GraphicsCard {

            /**
             * Constructs a new GraphicsCard.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.GraphicsCard.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GraphicsCard name. */
            name: string;

            /** GraphicsCard manufacturer. */
            manufacturer: string;

            /** GraphicsCard memoryBytes. */
            memoryBytes?: (number|null);

            /** GraphicsCard driverVersion. */
            driverVersion: string;

            /**
             * Creates a new GraphicsCard instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GraphicsCard instance
             */
            static create(properties: vigia.v1.GraphicsCard.$Shape): vigia.v1.GraphicsCard & vigia.v1.GraphicsCard.$Shape;
            static create(properties?: vigia.v1.GraphicsCard.$Properties): vigia.v1.GraphicsCard;

            /**
             * Encodes the specified GraphicsCard message. Does not implicitly {@link vigia.v1.GraphicsCard.verify|verify} messages.
             * @param message GraphicsCard message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.GraphicsCard.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GraphicsCard message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.GraphicsCard & vigia.v1.GraphicsCard.$Shape} GraphicsCard
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.GraphicsCard & vigia.v1.GraphicsCard.$Shape;

            /**
             * Verifies a GraphicsCard message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for GraphicsCard
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GraphicsCard {

            /** Properties of a GraphicsCard. */
            interface $Properties {

                /** GraphicsCard name */
                name?: (string|null);

                /** GraphicsCard manufacturer */
                manufacturer?: (string|null);

                /** GraphicsCard memoryBytes */
                memoryBytes?: (number|null);

                /** GraphicsCard driverVersion */
                driverVersion?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GraphicsCard. */
            type $Shape = vigia.v1.GraphicsCard.$Properties;
        }

        /**
         * Properties of a Monitor.
         * @deprecated Use vigia.v1.Monitor.$Properties instead.
         */
        interface IMonitor extends vigia.v1.Monitor.$Properties {
        }

        /** Represents a Monitor. */
        class Monitor {

            /**
             * Constructs a new Monitor.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Monitor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Monitor name. */
            name: string;

            /** Monitor manufacturer. */
            manufacturer: string;

            /** Monitor serial. */
            serial: string;

            /** Monitor year. */
            year?: (number|null);

            /** Monitor width. */
            width?: (number|null);

            /** Monitor height. */
            height?: (number|null);

            /** Monitor tenthsOfInch. */
            tenthsOfInch?: (number|null);

            /**
             * Creates a new Monitor instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Monitor instance
             */
            static create(properties: vigia.v1.Monitor.$Shape): vigia.v1.Monitor & vigia.v1.Monitor.$Shape;
            static create(properties?: vigia.v1.Monitor.$Properties): vigia.v1.Monitor;

            /**
             * Encodes the specified Monitor message. Does not implicitly {@link vigia.v1.Monitor.verify|verify} messages.
             * @param message Monitor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Monitor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Monitor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Monitor & vigia.v1.Monitor.$Shape} Monitor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Monitor & vigia.v1.Monitor.$Shape;

            /**
             * Verifies a Monitor message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Monitor
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Monitor {

            /** Properties of a Monitor. */
            interface $Properties {

                /** Monitor name */
                name?: (string|null);

                /** Monitor manufacturer */
                manufacturer?: (string|null);

                /** Monitor serial */
                serial?: (string|null);

                /** Monitor year */
                year?: (number|null);

                /** Monitor width */
                width?: (number|null);

                /** Monitor height */
                height?: (number|null);

                /** Monitor tenthsOfInch */
                tenthsOfInch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Monitor. */
            type $Shape = vigia.v1.Monitor.$Properties;
        }

        /**
         * Properties of a PrintersSection.
         * @deprecated Use vigia.v1.PrintersSection.$Properties instead.
         */
        interface IPrintersSection extends vigia.v1.PrintersSection.$Properties {
        }

        /** Represents a PrintersSection. */
        class PrintersSection {

            /**
             * Constructs a new PrintersSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.PrintersSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PrintersSection printers. */
            printers: vigia.v1.Printer.$Properties[];

            /**
             * Creates a new PrintersSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PrintersSection instance
             */
            static create(properties: vigia.v1.PrintersSection.$Shape): vigia.v1.PrintersSection & vigia.v1.PrintersSection.$Shape;
            static create(properties?: vigia.v1.PrintersSection.$Properties): vigia.v1.PrintersSection;

            /**
             * Encodes the specified PrintersSection message. Does not implicitly {@link vigia.v1.PrintersSection.verify|verify} messages.
             * @param message PrintersSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.PrintersSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PrintersSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.PrintersSection & vigia.v1.PrintersSection.$Shape} PrintersSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.PrintersSection & vigia.v1.PrintersSection.$Shape;

            /**
             * Verifies a PrintersSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for PrintersSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PrintersSection {

            /** Properties of a PrintersSection. */
            interface $Properties {

                /** PrintersSection printers */
                printers?: (vigia.v1.Printer.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PrintersSection. */
            type $Shape = vigia.v1.PrintersSection.$Properties;
        }

        /**
         * Properties of a Printer.
         * @deprecated Use vigia.v1.Printer.$Properties instead.
         */
        interface IPrinter extends vigia.v1.Printer.$Properties {
        }

        /** Represents a Printer. */
        class Printer {

            /**
             * Constructs a new Printer.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Printer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Printer name. */
            name: string;

            /** Printer port. */
            port: string;

            /** Printer driver. */
            driver: string;

            /** Printer default. */
            default: boolean;

            /** Printer shared. */
            shared?: (boolean|null);

            /**
             * Creates a new Printer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Printer instance
             */
            static create(properties: vigia.v1.Printer.$Shape): vigia.v1.Printer & vigia.v1.Printer.$Shape;
            static create(properties?: vigia.v1.Printer.$Properties): vigia.v1.Printer;

            /**
             * Encodes the specified Printer message. Does not implicitly {@link vigia.v1.Printer.verify|verify} messages.
             * @param message Printer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Printer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Printer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Printer & vigia.v1.Printer.$Shape} Printer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Printer & vigia.v1.Printer.$Shape;

            /**
             * Verifies a Printer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Printer
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Printer {

            /** Properties of a Printer. */
            interface $Properties {

                /** Printer name */
                name?: (string|null);

                /** Printer port */
                port?: (string|null);

                /** Printer driver */
                driver?: (string|null);

                /** Printer default */
                "default"?: (boolean|null);

                /** Printer shared */
                shared?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Printer. */
            type $Shape = vigia.v1.Printer.$Properties;
        }

        /**
         * Properties of an AudioSection.
         * @deprecated Use vigia.v1.AudioSection.$Properties instead.
         */
        interface IAudioSection extends vigia.v1.AudioSection.$Properties {
        }

        /** Represents an AudioSection. */
        class AudioSection {

            /**
             * Constructs a new AudioSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.AudioSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AudioSection devices. */
            devices: vigia.v1.AudioDevice.$Properties[];

            /**
             * Creates a new AudioSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AudioSection instance
             */
            static create(properties: vigia.v1.AudioSection.$Shape): vigia.v1.AudioSection & vigia.v1.AudioSection.$Shape;
            static create(properties?: vigia.v1.AudioSection.$Properties): vigia.v1.AudioSection;

            /**
             * Encodes the specified AudioSection message. Does not implicitly {@link vigia.v1.AudioSection.verify|verify} messages.
             * @param message AudioSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.AudioSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AudioSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.AudioSection & vigia.v1.AudioSection.$Shape} AudioSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.AudioSection & vigia.v1.AudioSection.$Shape;

            /**
             * Verifies an AudioSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for AudioSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AudioSection {

            /** Properties of an AudioSection. */
            interface $Properties {

                /** AudioSection devices */
                devices?: (vigia.v1.AudioDevice.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AudioSection. */
            type $Shape = vigia.v1.AudioSection.$Properties;
        }

        /**
         * Properties of an AudioDevice.
         * @deprecated Use vigia.v1.AudioDevice.$Properties instead.
         */
        interface IAudioDevice extends vigia.v1.AudioDevice.$Properties {
        }

        /** Represents an AudioDevice. */
        class AudioDevice {

            /**
             * Constructs a new AudioDevice.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.AudioDevice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AudioDevice name. */
            name: string;

            /** AudioDevice manufacturer. */
            manufacturer: string;

            /**
             * Creates a new AudioDevice instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AudioDevice instance
             */
            static create(properties: vigia.v1.AudioDevice.$Shape): vigia.v1.AudioDevice & vigia.v1.AudioDevice.$Shape;
            static create(properties?: vigia.v1.AudioDevice.$Properties): vigia.v1.AudioDevice;

            /**
             * Encodes the specified AudioDevice message. Does not implicitly {@link vigia.v1.AudioDevice.verify|verify} messages.
             * @param message AudioDevice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.AudioDevice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AudioDevice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.AudioDevice & vigia.v1.AudioDevice.$Shape} AudioDevice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.AudioDevice & vigia.v1.AudioDevice.$Shape;

            /**
             * Verifies an AudioDevice message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for AudioDevice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AudioDevice {

            /** Properties of an AudioDevice. */
            interface $Properties {

                /** AudioDevice name */
                name?: (string|null);

                /** AudioDevice manufacturer */
                manufacturer?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AudioDevice. */
            type $Shape = vigia.v1.AudioDevice.$Properties;
        }

        /**
         * Properties of a BatteriesSection.
         * @deprecated Use vigia.v1.BatteriesSection.$Properties instead.
         */
        interface IBatteriesSection extends vigia.v1.BatteriesSection.$Properties {
        }

        /** Represents a BatteriesSection. */
        class BatteriesSection {

            /**
             * Constructs a new BatteriesSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.BatteriesSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BatteriesSection batteries. */
            batteries: vigia.v1.Battery.$Properties[];

            /**
             * Creates a new BatteriesSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BatteriesSection instance
             */
            static create(properties: vigia.v1.BatteriesSection.$Shape): vigia.v1.BatteriesSection & vigia.v1.BatteriesSection.$Shape;
            static create(properties?: vigia.v1.BatteriesSection.$Properties): vigia.v1.BatteriesSection;

            /**
             * Encodes the specified BatteriesSection message. Does not implicitly {@link vigia.v1.BatteriesSection.verify|verify} messages.
             * @param message BatteriesSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.BatteriesSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatteriesSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.BatteriesSection & vigia.v1.BatteriesSection.$Shape} BatteriesSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.BatteriesSection & vigia.v1.BatteriesSection.$Shape;

            /**
             * Verifies a BatteriesSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for BatteriesSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BatteriesSection {

            /** Properties of a BatteriesSection. */
            interface $Properties {

                /** BatteriesSection batteries */
                batteries?: (vigia.v1.Battery.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BatteriesSection. */
            type $Shape = vigia.v1.BatteriesSection.$Properties;
        }

        /**
         * Properties of a Battery.
         * @deprecated Use vigia.v1.Battery.$Properties instead.
         */
        interface IBattery extends vigia.v1.Battery.$Properties {
        }

        /** Represents a Battery. */
        class Battery {

            /**
             * Constructs a new Battery.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Battery.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Battery name. */
            name: string;

            /** Battery manufacturer. */
            manufacturer: string;

            /** Battery serial. */
            serial: string;

            /** Battery chemistry. */
            chemistry: string;

            /** Battery designMwh. */
            designMwh?: (number|null);

            /** Battery fullMwh. */
            fullMwh?: (number|null);

            /** Battery cycles. */
            cycles?: (number|null);

            /**
             * Creates a new Battery instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Battery instance
             */
            static create(properties: vigia.v1.Battery.$Shape): vigia.v1.Battery & vigia.v1.Battery.$Shape;
            static create(properties?: vigia.v1.Battery.$Properties): vigia.v1.Battery;

            /**
             * Encodes the specified Battery message. Does not implicitly {@link vigia.v1.Battery.verify|verify} messages.
             * @param message Battery message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Battery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Battery message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Battery & vigia.v1.Battery.$Shape} Battery
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Battery & vigia.v1.Battery.$Shape;

            /**
             * Verifies a Battery message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Battery
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Battery {

            /** Properties of a Battery. */
            interface $Properties {

                /** Battery name */
                name?: (string|null);

                /** Battery manufacturer */
                manufacturer?: (string|null);

                /** Battery serial */
                serial?: (string|null);

                /** Battery chemistry */
                chemistry?: (string|null);

                /** Battery designMwh */
                designMwh?: (number|null);

                /** Battery fullMwh */
                fullMwh?: (number|null);

                /** Battery cycles */
                cycles?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Battery. */
            type $Shape = vigia.v1.Battery.$Properties;
        }

        /**
         * Properties of a SoftwareSection.
         * @deprecated Use vigia.v1.SoftwareSection.$Properties instead.
         */
        interface ISoftwareSection extends vigia.v1.SoftwareSection.$Properties {
        }

        /** Represents a SoftwareSection. */
        class SoftwareSection {

            /**
             * Constructs a new SoftwareSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.SoftwareSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SoftwareSection programs. */
            programs: vigia.v1.Program.$Properties[];

            /**
             * Creates a new SoftwareSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SoftwareSection instance
             */
            static create(properties: vigia.v1.SoftwareSection.$Shape): vigia.v1.SoftwareSection & vigia.v1.SoftwareSection.$Shape;
            static create(properties?: vigia.v1.SoftwareSection.$Properties): vigia.v1.SoftwareSection;

            /**
             * Encodes the specified SoftwareSection message. Does not implicitly {@link vigia.v1.SoftwareSection.verify|verify} messages.
             * @param message SoftwareSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.SoftwareSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SoftwareSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.SoftwareSection & vigia.v1.SoftwareSection.$Shape} SoftwareSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.SoftwareSection & vigia.v1.SoftwareSection.$Shape;

            /**
             * Verifies a SoftwareSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for SoftwareSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SoftwareSection {

            /** Properties of a SoftwareSection. */
            interface $Properties {

                /** SoftwareSection programs */
                programs?: (vigia.v1.Program.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SoftwareSection. */
            type $Shape = vigia.v1.SoftwareSection.$Properties;
        }

        /**
         * Properties of a Program.
         * @deprecated Use vigia.v1.Program.$Properties instead.
         */
        interface IProgram extends vigia.v1.Program.$Properties {
        }

        /** Represents a Program. */
        class Program {

            /**
             * Constructs a new Program.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Program.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Program name. */
            name: string;

            /** Program version. */
            version: string;

            /** Program vendor. */
            vendor: string;

            /** Program installedOn. */
            installedOn: string;

            /** Program source. */
            source: string;

            /** Program user. */
            user: string;

            /**
             * Creates a new Program instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Program instance
             */
            static create(properties: vigia.v1.Program.$Shape): vigia.v1.Program & vigia.v1.Program.$Shape;
            static create(properties?: vigia.v1.Program.$Properties): vigia.v1.Program;

            /**
             * Encodes the specified Program message. Does not implicitly {@link vigia.v1.Program.verify|verify} messages.
             * @param message Program message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Program.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Program message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Program & vigia.v1.Program.$Shape} Program
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Program & vigia.v1.Program.$Shape;

            /**
             * Verifies a Program message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Program
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Program {

            /** Properties of a Program. */
            interface $Properties {

                /** Program name */
                name?: (string|null);

                /** Program version */
                version?: (string|null);

                /** Program vendor */
                vendor?: (string|null);

                /** Program installedOn */
                installedOn?: (string|null);

                /** Program source */
                source?: (string|null);

                /** Program user */
                user?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Program. */
            type $Shape = vigia.v1.Program.$Properties;
        }

        /**
         * Properties of an UpdatesSection.
         * @deprecated Use vigia.v1.UpdatesSection.$Properties instead.
         */
        interface IUpdatesSection extends vigia.v1.UpdatesSection.$Properties {
        }

        /** Represents an UpdatesSection. */
        class UpdatesSection {

            /**
             * Constructs a new UpdatesSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.UpdatesSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UpdatesSection pending. */
            pending?: (number|null);

            /** UpdatesSection critical. */
            critical?: (number|null);

            /** UpdatesSection updates. */
            updates: vigia.v1.PendingUpdate.$Properties[];

            /** UpdatesSection lastInstalledOn. */
            lastInstalledOn: string;

            /**
             * Creates a new UpdatesSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UpdatesSection instance
             */
            static create(properties: vigia.v1.UpdatesSection.$Shape): vigia.v1.UpdatesSection & vigia.v1.UpdatesSection.$Shape;
            static create(properties?: vigia.v1.UpdatesSection.$Properties): vigia.v1.UpdatesSection;

            /**
             * Encodes the specified UpdatesSection message. Does not implicitly {@link vigia.v1.UpdatesSection.verify|verify} messages.
             * @param message UpdatesSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.UpdatesSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UpdatesSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.UpdatesSection & vigia.v1.UpdatesSection.$Shape} UpdatesSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.UpdatesSection & vigia.v1.UpdatesSection.$Shape;

            /**
             * Verifies an UpdatesSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for UpdatesSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UpdatesSection {

            /** Properties of an UpdatesSection. */
            interface $Properties {

                /** UpdatesSection pending */
                pending?: (number|null);

                /** UpdatesSection critical */
                critical?: (number|null);

                /** UpdatesSection updates */
                updates?: (vigia.v1.PendingUpdate.$Properties[]|null);

                /** UpdatesSection lastInstalledOn */
                lastInstalledOn?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UpdatesSection. */
            type $Shape = vigia.v1.UpdatesSection.$Properties;
        }

        /**
         * Properties of a PendingUpdate.
         * @deprecated Use vigia.v1.PendingUpdate.$Properties instead.
         */
        interface IPendingUpdate extends vigia.v1.PendingUpdate.$Properties {
        }

        /** Represents a PendingUpdate. */
        class PendingUpdate {

            /**
             * Constructs a new PendingUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.PendingUpdate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PendingUpdate id. */
            id: string;

            /** PendingUpdate title. */
            title: string;

            /** PendingUpdate version. */
            version: string;

            /** PendingUpdate critical. */
            critical: boolean;

            /**
             * Creates a new PendingUpdate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PendingUpdate instance
             */
            static create(properties: vigia.v1.PendingUpdate.$Shape): vigia.v1.PendingUpdate & vigia.v1.PendingUpdate.$Shape;
            static create(properties?: vigia.v1.PendingUpdate.$Properties): vigia.v1.PendingUpdate;

            /**
             * Encodes the specified PendingUpdate message. Does not implicitly {@link vigia.v1.PendingUpdate.verify|verify} messages.
             * @param message PendingUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.PendingUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PendingUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.PendingUpdate & vigia.v1.PendingUpdate.$Shape} PendingUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.PendingUpdate & vigia.v1.PendingUpdate.$Shape;

            /**
             * Verifies a PendingUpdate message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for PendingUpdate
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PendingUpdate {

            /** Properties of a PendingUpdate. */
            interface $Properties {

                /** PendingUpdate id */
                id?: (string|null);

                /** PendingUpdate title */
                title?: (string|null);

                /** PendingUpdate version */
                version?: (string|null);

                /** PendingUpdate critical */
                critical?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PendingUpdate. */
            type $Shape = vigia.v1.PendingUpdate.$Properties;
        }

        /**
         * Properties of a ServicesSection.
         * @deprecated Use vigia.v1.ServicesSection.$Properties instead.
         */
        interface IServicesSection extends vigia.v1.ServicesSection.$Properties {
        }

        /** Represents a ServicesSection. */
        class ServicesSection {

            /**
             * Constructs a new ServicesSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.ServicesSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServicesSection services. */
            services: vigia.v1.Service.$Properties[];

            /**
             * Creates a new ServicesSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServicesSection instance
             */
            static create(properties: vigia.v1.ServicesSection.$Shape): vigia.v1.ServicesSection & vigia.v1.ServicesSection.$Shape;
            static create(properties?: vigia.v1.ServicesSection.$Properties): vigia.v1.ServicesSection;

            /**
             * Encodes the specified ServicesSection message. Does not implicitly {@link vigia.v1.ServicesSection.verify|verify} messages.
             * @param message ServicesSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.ServicesSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServicesSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.ServicesSection & vigia.v1.ServicesSection.$Shape} ServicesSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.ServicesSection & vigia.v1.ServicesSection.$Shape;

            /**
             * Verifies a ServicesSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for ServicesSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ServicesSection {

            /** Properties of a ServicesSection. */
            interface $Properties {

                /** ServicesSection services */
                services?: (vigia.v1.Service.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServicesSection. */
            type $Shape = vigia.v1.ServicesSection.$Properties;
        }

        /**
         * Properties of a Service.
         * @deprecated Use vigia.v1.Service.$Properties instead.
         */
        interface IService extends vigia.v1.Service.$Properties {
        }

        /** Represents a Service. */
        class Service {

            /**
             * Constructs a new Service.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Service.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Service name. */
            name: string;

            /** Service title. */
            title: string;

            /** Service state. */
            state: vigia.v1.ServiceState;

            /** Service start. */
            start: string;

            /** Service account. */
            account: string;

            /**
             * Creates a new Service instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Service instance
             */
            static create(properties: vigia.v1.Service.$Shape): vigia.v1.Service & vigia.v1.Service.$Shape;
            static create(properties?: vigia.v1.Service.$Properties): vigia.v1.Service;

            /**
             * Encodes the specified Service message. Does not implicitly {@link vigia.v1.Service.verify|verify} messages.
             * @param message Service message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Service.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Service message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Service & vigia.v1.Service.$Shape} Service
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Service & vigia.v1.Service.$Shape;

            /**
             * Verifies a Service message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Service
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Service {

            /** Properties of a Service. */
            interface $Properties {

                /** Service name */
                name?: (string|null);

                /** Service title */
                title?: (string|null);

                /** Service state */
                state?: (vigia.v1.ServiceState|null);

                /** Service start */
                start?: (string|null);

                /** Service account */
                account?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Service. */
            type $Shape = vigia.v1.Service.$Properties;
        }

        /** ServiceState enum. */
        enum ServiceState {

            /** SERVICE_STATE_UNSPECIFIED value */
            SERVICE_STATE_UNSPECIFIED = 0,

            /** SERVICE_STATE_RUNNING value */
            SERVICE_STATE_RUNNING = 1,

            /** SERVICE_STATE_STOPPED value */
            SERVICE_STATE_STOPPED = 2,

            /** SERVICE_STATE_FAILED value */
            SERVICE_STATE_FAILED = 3
        }

        /**
         * Properties of a UsersSection.
         * @deprecated Use vigia.v1.UsersSection.$Properties instead.
         */
        interface IUsersSection extends vigia.v1.UsersSection.$Properties {
        }

        /** Represents a UsersSection. */
        class UsersSection {

            /**
             * Constructs a new UsersSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.UsersSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UsersSection users. */
            users: vigia.v1.LocalUser.$Properties[];

            /** UsersSection currentUser. */
            currentUser: string;

            /**
             * Creates a new UsersSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UsersSection instance
             */
            static create(properties: vigia.v1.UsersSection.$Shape): vigia.v1.UsersSection & vigia.v1.UsersSection.$Shape;
            static create(properties?: vigia.v1.UsersSection.$Properties): vigia.v1.UsersSection;

            /**
             * Encodes the specified UsersSection message. Does not implicitly {@link vigia.v1.UsersSection.verify|verify} messages.
             * @param message UsersSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.UsersSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a UsersSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.UsersSection & vigia.v1.UsersSection.$Shape} UsersSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.UsersSection & vigia.v1.UsersSection.$Shape;

            /**
             * Verifies a UsersSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for UsersSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UsersSection {

            /** Properties of a UsersSection. */
            interface $Properties {

                /** UsersSection users */
                users?: (vigia.v1.LocalUser.$Properties[]|null);

                /** UsersSection currentUser */
                currentUser?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a UsersSection. */
            type $Shape = vigia.v1.UsersSection.$Properties;
        }

        /**
         * Properties of a LocalUser.
         * @deprecated Use vigia.v1.LocalUser.$Properties instead.
         */
        interface ILocalUser extends vigia.v1.LocalUser.$Properties {
        }

        /** Represents a LocalUser. */
        class LocalUser {

            /**
             * Constructs a new LocalUser.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LocalUser.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LocalUser name. */
            name: string;

            /** LocalUser fullName. */
            fullName: string;

            /** LocalUser administrator. */
            administrator: boolean;

            /** LocalUser disabled. */
            disabled?: (boolean|null);

            /**
             * Creates a new LocalUser instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LocalUser instance
             */
            static create(properties: vigia.v1.LocalUser.$Shape): vigia.v1.LocalUser & vigia.v1.LocalUser.$Shape;
            static create(properties?: vigia.v1.LocalUser.$Properties): vigia.v1.LocalUser;

            /**
             * Encodes the specified LocalUser message. Does not implicitly {@link vigia.v1.LocalUser.verify|verify} messages.
             * @param message LocalUser message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LocalUser.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LocalUser message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LocalUser & vigia.v1.LocalUser.$Shape} LocalUser
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LocalUser & vigia.v1.LocalUser.$Shape;

            /**
             * Verifies a LocalUser message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LocalUser
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LocalUser {

            /** Properties of a LocalUser. */
            interface $Properties {

                /** LocalUser name */
                name?: (string|null);

                /** LocalUser fullName */
                fullName?: (string|null);

                /** LocalUser administrator */
                administrator?: (boolean|null);

                /** LocalUser disabled */
                disabled?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LocalUser. */
            type $Shape = vigia.v1.LocalUser.$Properties;
        }

        /**
         * Properties of a SecuritySection.
         * @deprecated Use vigia.v1.SecuritySection.$Properties instead.
         */
        interface ISecuritySection extends vigia.v1.SecuritySection.$Properties {
        }

        /** Represents a SecuritySection. */
        class SecuritySection {

            /**
             * Constructs a new SecuritySection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.SecuritySection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SecuritySection antivirus. */
            antivirus: vigia.v1.Antivirus.$Properties[];

            /** SecuritySection firewalls. */
            firewalls: vigia.v1.Firewall.$Properties[];

            /**
             * Creates a new SecuritySection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SecuritySection instance
             */
            static create(properties: vigia.v1.SecuritySection.$Shape): vigia.v1.SecuritySection & vigia.v1.SecuritySection.$Shape;
            static create(properties?: vigia.v1.SecuritySection.$Properties): vigia.v1.SecuritySection;

            /**
             * Encodes the specified SecuritySection message. Does not implicitly {@link vigia.v1.SecuritySection.verify|verify} messages.
             * @param message SecuritySection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.SecuritySection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SecuritySection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.SecuritySection & vigia.v1.SecuritySection.$Shape} SecuritySection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.SecuritySection & vigia.v1.SecuritySection.$Shape;

            /**
             * Verifies a SecuritySection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for SecuritySection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SecuritySection {

            /** Properties of a SecuritySection. */
            interface $Properties {

                /** SecuritySection antivirus */
                antivirus?: (vigia.v1.Antivirus.$Properties[]|null);

                /** SecuritySection firewalls */
                firewalls?: (vigia.v1.Firewall.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SecuritySection. */
            type $Shape = vigia.v1.SecuritySection.$Properties;
        }

        /**
         * Properties of an Antivirus.
         * @deprecated Use vigia.v1.Antivirus.$Properties instead.
         */
        interface IAntivirus extends vigia.v1.Antivirus.$Properties {
        }

        /** Represents an Antivirus. */
        class Antivirus {

            /**
             * Constructs a new Antivirus.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Antivirus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Antivirus name. */
            name: string;

            /** Antivirus version. */
            version: string;

            /** Antivirus active. */
            active?: (boolean|null);

            /** Antivirus upToDate. */
            upToDate?: (boolean|null);

            /** Antivirus definitionsOn. */
            definitionsOn: string;

            /**
             * Creates a new Antivirus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Antivirus instance
             */
            static create(properties: vigia.v1.Antivirus.$Shape): vigia.v1.Antivirus & vigia.v1.Antivirus.$Shape;
            static create(properties?: vigia.v1.Antivirus.$Properties): vigia.v1.Antivirus;

            /**
             * Encodes the specified Antivirus message. Does not implicitly {@link vigia.v1.Antivirus.verify|verify} messages.
             * @param message Antivirus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Antivirus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Antivirus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Antivirus & vigia.v1.Antivirus.$Shape} Antivirus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Antivirus & vigia.v1.Antivirus.$Shape;

            /**
             * Verifies an Antivirus message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Antivirus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Antivirus {

            /** Properties of an Antivirus. */
            interface $Properties {

                /** Antivirus name */
                name?: (string|null);

                /** Antivirus version */
                version?: (string|null);

                /** Antivirus active */
                active?: (boolean|null);

                /** Antivirus upToDate */
                upToDate?: (boolean|null);

                /** Antivirus definitionsOn */
                definitionsOn?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Antivirus. */
            type $Shape = vigia.v1.Antivirus.$Properties;
        }

        /**
         * Properties of a Firewall.
         * @deprecated Use vigia.v1.Firewall.$Properties instead.
         */
        interface IFirewall extends vigia.v1.Firewall.$Properties {
        }

        /** Represents a Firewall. */
        class Firewall {

            /**
             * Constructs a new Firewall.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Firewall.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Firewall name. */
            name: string;

            /** Firewall profile. */
            profile: string;

            /** Firewall active. */
            active?: (boolean|null);

            /**
             * Creates a new Firewall instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Firewall instance
             */
            static create(properties: vigia.v1.Firewall.$Shape): vigia.v1.Firewall & vigia.v1.Firewall.$Shape;
            static create(properties?: vigia.v1.Firewall.$Properties): vigia.v1.Firewall;

            /**
             * Encodes the specified Firewall message. Does not implicitly {@link vigia.v1.Firewall.verify|verify} messages.
             * @param message Firewall message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Firewall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Firewall message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Firewall & vigia.v1.Firewall.$Shape} Firewall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Firewall & vigia.v1.Firewall.$Shape;

            /**
             * Verifies a Firewall message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Firewall
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Firewall {

            /** Properties of a Firewall. */
            interface $Properties {

                /** Firewall name */
                name?: (string|null);

                /** Firewall profile */
                profile?: (string|null);

                /** Firewall active */
                active?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Firewall. */
            type $Shape = vigia.v1.Firewall.$Properties;
        }

        /**
         * Properties of a LicencesSection.
         * @deprecated Use vigia.v1.LicencesSection.$Properties instead.
         */
        interface ILicencesSection extends vigia.v1.LicencesSection.$Properties {
        }

        /** Represents a LicencesSection. */
        class LicencesSection {

            /**
             * Constructs a new LicencesSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LicencesSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LicencesSection licences. */
            licences: vigia.v1.Licence.$Properties[];

            /**
             * Creates a new LicencesSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LicencesSection instance
             */
            static create(properties: vigia.v1.LicencesSection.$Shape): vigia.v1.LicencesSection & vigia.v1.LicencesSection.$Shape;
            static create(properties?: vigia.v1.LicencesSection.$Properties): vigia.v1.LicencesSection;

            /**
             * Encodes the specified LicencesSection message. Does not implicitly {@link vigia.v1.LicencesSection.verify|verify} messages.
             * @param message LicencesSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LicencesSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LicencesSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LicencesSection & vigia.v1.LicencesSection.$Shape} LicencesSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LicencesSection & vigia.v1.LicencesSection.$Shape;

            /**
             * Verifies a LicencesSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LicencesSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LicencesSection {

            /** Properties of a LicencesSection. */
            interface $Properties {

                /** LicencesSection licences */
                licences?: (vigia.v1.Licence.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LicencesSection. */
            type $Shape = vigia.v1.LicencesSection.$Properties;
        }

        /**
         * Properties of a Licence.
         * @deprecated Use vigia.v1.Licence.$Properties instead.
         */
        interface ILicence extends vigia.v1.Licence.$Properties {
        }

        /** Represents a Licence. */
        class Licence {

            /**
             * Constructs a new Licence.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Licence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Licence product. */
            product: string;

            /** Licence channel. */
            channel: string;

            /** Licence status. */
            status: string;

            /** Licence lastFive. */
            lastFive: string;

            /**
             * Creates a new Licence instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Licence instance
             */
            static create(properties: vigia.v1.Licence.$Shape): vigia.v1.Licence & vigia.v1.Licence.$Shape;
            static create(properties?: vigia.v1.Licence.$Properties): vigia.v1.Licence;

            /**
             * Encodes the specified Licence message. Does not implicitly {@link vigia.v1.Licence.verify|verify} messages.
             * @param message Licence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Licence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Licence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Licence & vigia.v1.Licence.$Shape} Licence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Licence & vigia.v1.Licence.$Shape;

            /**
             * Verifies a Licence message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Licence
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Licence {

            /** Properties of a Licence. */
            interface $Properties {

                /** Licence product */
                product?: (string|null);

                /** Licence channel */
                channel?: (string|null);

                /** Licence status */
                status?: (string|null);

                /** Licence lastFive */
                lastFive?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Licence. */
            type $Shape = vigia.v1.Licence.$Properties;
        }

        /**
         * Properties of a GuestsSection.
         * @deprecated Use vigia.v1.GuestsSection.$Properties instead.
         */
        interface IGuestsSection extends vigia.v1.GuestsSection.$Properties {
        }

        /** Represents a GuestsSection. */
        class GuestsSection {

            /**
             * Constructs a new GuestsSection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.GuestsSection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GuestsSection guests. */
            guests: vigia.v1.Guest.$Properties[];

            /**
             * Creates a new GuestsSection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GuestsSection instance
             */
            static create(properties: vigia.v1.GuestsSection.$Shape): vigia.v1.GuestsSection & vigia.v1.GuestsSection.$Shape;
            static create(properties?: vigia.v1.GuestsSection.$Properties): vigia.v1.GuestsSection;

            /**
             * Encodes the specified GuestsSection message. Does not implicitly {@link vigia.v1.GuestsSection.verify|verify} messages.
             * @param message GuestsSection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.GuestsSection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GuestsSection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.GuestsSection & vigia.v1.GuestsSection.$Shape} GuestsSection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.GuestsSection & vigia.v1.GuestsSection.$Shape;

            /**
             * Verifies a GuestsSection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for GuestsSection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GuestsSection {

            /** Properties of a GuestsSection. */
            interface $Properties {

                /** GuestsSection guests */
                guests?: (vigia.v1.Guest.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GuestsSection. */
            type $Shape = vigia.v1.GuestsSection.$Properties;
        }

        /**
         * Properties of a Guest.
         * @deprecated Use vigia.v1.Guest.$Properties instead.
         */
        interface IGuest extends vigia.v1.Guest.$Properties {
        }

        /** Represents a Guest. */
        class Guest {

            /**
             * Constructs a new Guest.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.Guest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Guest name. */
            name: string;

            /** Guest uuid. */
            uuid: string;

            /** Guest state. */
            state: string;

            /** Guest hypervisor. */
            hypervisor: string;

            /** Guest memoryBytes. */
            memoryBytes?: (number|null);

            /** Guest processors. */
            processors?: (number|null);

            /**
             * Creates a new Guest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Guest instance
             */
            static create(properties: vigia.v1.Guest.$Shape): vigia.v1.Guest & vigia.v1.Guest.$Shape;
            static create(properties?: vigia.v1.Guest.$Properties): vigia.v1.Guest;

            /**
             * Encodes the specified Guest message. Does not implicitly {@link vigia.v1.Guest.verify|verify} messages.
             * @param message Guest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.Guest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Guest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.Guest & vigia.v1.Guest.$Shape} Guest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.Guest & vigia.v1.Guest.$Shape;

            /**
             * Verifies a Guest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for Guest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Guest {

            /** Properties of a Guest. */
            interface $Properties {

                /** Guest name */
                name?: (string|null);

                /** Guest uuid */
                uuid?: (string|null);

                /** Guest state */
                state?: (string|null);

                /** Guest hypervisor */
                hypervisor?: (string|null);

                /** Guest memoryBytes */
                memoryBytes?: (number|null);

                /** Guest processors */
                processors?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Guest. */
            type $Shape = vigia.v1.Guest.$Properties;
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

            /** Envelope inventoryRequest. */
            inventoryRequest?: (vigia.v1.InventoryRequest.$Properties|null);

            /** Envelope logsRequest. */
            logsRequest?: (vigia.v1.LogsRequest.$Properties|null);

            /** Envelope logsWanted. */
            logsWanted?: (vigia.v1.LogsWanted.$Properties|null);

            /** Envelope hello. */
            hello?: (vigia.v1.Hello.$Properties|null);

            /** Envelope enroll. */
            enroll?: (vigia.v1.Enroll.$Properties|null);

            /** Envelope batch. */
            batch?: (vigia.v1.Batch.$Properties|null);

            /** Envelope unenroll. */
            unenroll?: (vigia.v1.Unenroll.$Properties|null);

            /** Envelope logsOffer. */
            logsOffer?: (vigia.v1.LogsOffer.$Properties|null);

            /** Envelope logsPart. */
            logsPart?: (vigia.v1.LogsPart.$Properties|null);

            /** Envelope body. */
            body?: ("challenge"|"welcome"|"enrolled"|"refusal"|"ack"|"resendFrom"|"settings"|"goAway"|"inventoryRequest"|"logsRequest"|"logsWanted"|"hello"|"enroll"|"batch"|"unenroll"|"logsOffer"|"logsPart");

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

                /** Envelope inventoryRequest */
                inventoryRequest?: (vigia.v1.InventoryRequest.$Properties|null);

                /** Envelope logsRequest */
                logsRequest?: (vigia.v1.LogsRequest.$Properties|null);

                /** Envelope logsWanted */
                logsWanted?: (vigia.v1.LogsWanted.$Properties|null);

                /** Envelope hello */
                hello?: (vigia.v1.Hello.$Properties|null);

                /** Envelope enroll */
                enroll?: (vigia.v1.Enroll.$Properties|null);

                /** Envelope batch */
                batch?: (vigia.v1.Batch.$Properties|null);

                /** Envelope unenroll */
                unenroll?: (vigia.v1.Unenroll.$Properties|null);

                /** Envelope logsOffer */
                logsOffer?: (vigia.v1.LogsOffer.$Properties|null);

                /** Envelope logsPart */
                logsPart?: (vigia.v1.LogsPart.$Properties|null);

                /** Envelope body */
                body?: ("challenge"|"welcome"|"enrolled"|"refusal"|"ack"|"resendFrom"|"settings"|"goAway"|"inventoryRequest"|"logsRequest"|"logsWanted"|"hello"|"enroll"|"batch"|"unenroll"|"logsOffer"|"logsPart");

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
              inventoryRequest?: vigia.v1.InventoryRequest.$Shape|null;
              logsRequest?: vigia.v1.LogsRequest.$Shape|null;
              logsWanted?: vigia.v1.LogsWanted.$Shape|null;
              hello?: vigia.v1.Hello.$Shape|null;
              enroll?: vigia.v1.Enroll.$Shape|null;
              batch?: vigia.v1.Batch.$Shape|null;
              unenroll?: vigia.v1.Unenroll.$Shape|null;
              logsOffer?: vigia.v1.LogsOffer.$Shape|null;
              logsPart?: vigia.v1.LogsPart.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: never; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "challenge"; challenge: vigia.v1.Challenge.$Shape; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "welcome"; challenge?: null; welcome: vigia.v1.Welcome.$Shape; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "enrolled"; challenge?: null; welcome?: null; enrolled: vigia.v1.Enrolled.$Shape; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "refusal"; challenge?: null; welcome?: null; enrolled?: null; refusal: vigia.v1.Refusal.$Shape; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "ack"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack: vigia.v1.Ack.$Shape; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "resendFrom"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom: vigia.v1.ResendFrom.$Shape; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "settings"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings: vigia.v1.Settings.$Shape; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "goAway"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway: vigia.v1.GoAway.$Shape; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "inventoryRequest"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest: vigia.v1.InventoryRequest.$Shape; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "logsRequest"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest: vigia.v1.LogsRequest.$Shape; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "logsWanted"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted: vigia.v1.LogsWanted.$Shape; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "hello"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello: vigia.v1.Hello.$Shape; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "enroll"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll: vigia.v1.Enroll.$Shape; batch?: null; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "batch"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch: vigia.v1.Batch.$Shape; unenroll?: null; logsOffer?: null; logsPart?: null }|{ body?: "unenroll"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll: vigia.v1.Unenroll.$Shape; logsOffer?: null; logsPart?: null }|{ body?: "logsOffer"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer: vigia.v1.LogsOffer.$Shape; logsPart?: null }|{ body?: "logsPart"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; inventoryRequest?: null; logsRequest?: null; logsWanted?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null; logsOffer?: null; logsPart: vigia.v1.LogsPart.$Shape })
            );
        }

        /**
         * Properties of a LogsRequest.
         * @deprecated Use vigia.v1.LogsRequest.$Properties instead.
         */
        interface ILogsRequest extends vigia.v1.LogsRequest.$Properties {
        }

        /** Represents a LogsRequest. */
        class LogsRequest {

            /**
             * Constructs a new LogsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LogsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogsRequest requestId. */
            requestId: Uint8Array;

            /**
             * Creates a new LogsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LogsRequest instance
             */
            static create(properties: vigia.v1.LogsRequest.$Shape): vigia.v1.LogsRequest & vigia.v1.LogsRequest.$Shape;
            static create(properties?: vigia.v1.LogsRequest.$Properties): vigia.v1.LogsRequest;

            /**
             * Encodes the specified LogsRequest message. Does not implicitly {@link vigia.v1.LogsRequest.verify|verify} messages.
             * @param message LogsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LogsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LogsRequest & vigia.v1.LogsRequest.$Shape} LogsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LogsRequest & vigia.v1.LogsRequest.$Shape;

            /**
             * Verifies a LogsRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LogsRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogsRequest {

            /** Properties of a LogsRequest. */
            interface $Properties {

                /** LogsRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogsRequest. */
            type $Shape = vigia.v1.LogsRequest.$Properties;
        }

        /**
         * Properties of a LogsWanted.
         * @deprecated Use vigia.v1.LogsWanted.$Properties instead.
         */
        interface ILogsWanted extends vigia.v1.LogsWanted.$Properties {
        }

        /** Represents a LogsWanted. */
        class LogsWanted {

            /**
             * Constructs a new LogsWanted.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LogsWanted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogsWanted requestId. */
            requestId: Uint8Array;

            /** LogsWanted offset. */
            offset: number;

            /** LogsWanted done. */
            done: boolean;

            /**
             * Creates a new LogsWanted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LogsWanted instance
             */
            static create(properties: vigia.v1.LogsWanted.$Shape): vigia.v1.LogsWanted & vigia.v1.LogsWanted.$Shape;
            static create(properties?: vigia.v1.LogsWanted.$Properties): vigia.v1.LogsWanted;

            /**
             * Encodes the specified LogsWanted message. Does not implicitly {@link vigia.v1.LogsWanted.verify|verify} messages.
             * @param message LogsWanted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LogsWanted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogsWanted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LogsWanted & vigia.v1.LogsWanted.$Shape} LogsWanted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LogsWanted & vigia.v1.LogsWanted.$Shape;

            /**
             * Verifies a LogsWanted message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LogsWanted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogsWanted {

            /** Properties of a LogsWanted. */
            interface $Properties {

                /** LogsWanted requestId */
                requestId?: (Uint8Array|null);

                /** LogsWanted offset */
                offset?: (number|null);

                /** LogsWanted done */
                done?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogsWanted. */
            type $Shape = vigia.v1.LogsWanted.$Properties;
        }

        /**
         * Properties of a LogsOffer.
         * @deprecated Use vigia.v1.LogsOffer.$Properties instead.
         */
        interface ILogsOffer extends vigia.v1.LogsOffer.$Properties {
        }

        /** Represents a LogsOffer. */
        class LogsOffer {

            /**
             * Constructs a new LogsOffer.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LogsOffer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogsOffer requestId. */
            requestId: Uint8Array;

            /** LogsOffer size. */
            size: number;

            /** LogsOffer problem. */
            problem: vigia.v1.LogsProblem;

            /**
             * Creates a new LogsOffer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LogsOffer instance
             */
            static create(properties: vigia.v1.LogsOffer.$Shape): vigia.v1.LogsOffer & vigia.v1.LogsOffer.$Shape;
            static create(properties?: vigia.v1.LogsOffer.$Properties): vigia.v1.LogsOffer;

            /**
             * Encodes the specified LogsOffer message. Does not implicitly {@link vigia.v1.LogsOffer.verify|verify} messages.
             * @param message LogsOffer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LogsOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogsOffer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LogsOffer & vigia.v1.LogsOffer.$Shape} LogsOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LogsOffer & vigia.v1.LogsOffer.$Shape;

            /**
             * Verifies a LogsOffer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LogsOffer
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogsOffer {

            /** Properties of a LogsOffer. */
            interface $Properties {

                /** LogsOffer requestId */
                requestId?: (Uint8Array|null);

                /** LogsOffer size */
                size?: (number|null);

                /** LogsOffer problem */
                problem?: (vigia.v1.LogsProblem|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogsOffer. */
            type $Shape = vigia.v1.LogsOffer.$Properties;
        }

        /** LogsProblem enum. */
        enum LogsProblem {

            /** LOGS_PROBLEM_UNSPECIFIED value */
            LOGS_PROBLEM_UNSPECIFIED = 0,

            /** LOGS_PROBLEM_FAILED value */
            LOGS_PROBLEM_FAILED = 1,

            /** LOGS_PROBLEM_TOO_OFTEN value */
            LOGS_PROBLEM_TOO_OFTEN = 2
        }

        /**
         * Properties of a LogsPart.
         * @deprecated Use vigia.v1.LogsPart.$Properties instead.
         */
        interface ILogsPart extends vigia.v1.LogsPart.$Properties {
        }

        /** Represents a LogsPart. */
        class LogsPart {

            /**
             * Constructs a new LogsPart.
             * @param [properties] Properties to set
             */
            constructor(properties?: vigia.v1.LogsPart.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogsPart requestId. */
            requestId: Uint8Array;

            /** LogsPart offset. */
            offset: number;

            /** LogsPart content. */
            content: Uint8Array;

            /**
             * Creates a new LogsPart instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LogsPart instance
             */
            static create(properties: vigia.v1.LogsPart.$Shape): vigia.v1.LogsPart & vigia.v1.LogsPart.$Shape;
            static create(properties?: vigia.v1.LogsPart.$Properties): vigia.v1.LogsPart;

            /**
             * Encodes the specified LogsPart message. Does not implicitly {@link vigia.v1.LogsPart.verify|verify} messages.
             * @param message LogsPart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vigia.v1.LogsPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogsPart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vigia.v1.LogsPart & vigia.v1.LogsPart.$Shape} LogsPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vigia.v1.LogsPart & vigia.v1.LogsPart.$Shape;

            /**
             * Verifies a LogsPart message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Gets the type url for LogsPart
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogsPart {

            /** Properties of a LogsPart. */
            interface $Properties {

                /** LogsPart requestId */
                requestId?: (Uint8Array|null);

                /** LogsPart offset */
                offset?: (number|null);

                /** LogsPart content */
                content?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogsPart. */
            type $Shape = vigia.v1.LogsPart.$Properties;
        }
    }
}
