/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array;

// Exported root namespace
const $root = $protobuf.roots["vigia"] || ($protobuf.roots["vigia"] = {});

export const vigia = $root.vigia = (() => {

    /**
     * Namespace vigia.
     * @exports vigia
     * @namespace
     */
    const vigia = {};

    vigia.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof vigia
         * @namespace
         */
        const v1 = {};

        /**
         * Lane enum.
         * @name vigia.v1.Lane
         * @enum {number}
         * @property {number} LANE_UNSPECIFIED=0 LANE_UNSPECIFIED value
         * @property {number} LANE_EVENT=1 LANE_EVENT value
         * @property {number} LANE_STATE=2 LANE_STATE value
         * @property {number} LANE_METRIC=3 LANE_METRIC value
         */
        v1.Lane = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LANE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LANE_EVENT"] = 1;
            values[valuesById[2] = "LANE_STATE"] = 2;
            values[valuesById[3] = "LANE_METRIC"] = 3;
            return values;
        })();

        v1.LanePosition = (function() {

            /**
             * Properties of a LanePosition.
             * @typedef {Object} vigia.v1.LanePosition.$Properties
             * @property {vigia.v1.Lane|null} [lane] LanePosition lane
             * @property {number|null} [acked] LanePosition acked
             * @property {number|null} [oldest] LanePosition oldest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LanePosition.
             * @memberof vigia.v1
             * @interface ILanePosition
             * @augments vigia.v1.LanePosition.$Properties
             * @deprecated Use vigia.v1.LanePosition.$Properties instead.
             */

            /**
             * Shape of a LanePosition.
             * @typedef {vigia.v1.LanePosition.$Properties} vigia.v1.LanePosition.$Shape
             */

            /**
             * Constructs a new LanePosition.
             * @memberof vigia.v1
             * @classdesc Represents a LanePosition.
             * @constructor
             * @param {vigia.v1.LanePosition.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LanePosition = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LanePosition lane.
             * @member {vigia.v1.Lane} lane
             * @memberof vigia.v1.LanePosition
             * @instance
             */
            LanePosition.prototype.lane = 0;

            /**
             * LanePosition acked.
             * @member {number} acked
             * @memberof vigia.v1.LanePosition
             * @instance
             */
            LanePosition.prototype.acked = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LanePosition oldest.
             * @member {number} oldest
             * @memberof vigia.v1.LanePosition
             * @instance
             */
            LanePosition.prototype.oldest = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new LanePosition instance using the specified properties.
             * @function create
             * @memberof vigia.v1.LanePosition
             * @static
             * @param {vigia.v1.LanePosition.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.LanePosition} LanePosition instance
             * @type {{
             *   (properties: vigia.v1.LanePosition.$Shape): vigia.v1.LanePosition & vigia.v1.LanePosition.$Shape;
             *   (properties?: vigia.v1.LanePosition.$Properties): vigia.v1.LanePosition;
             * }}
             */
            LanePosition.create = function(properties) {
                return new LanePosition(properties);
            };

            /**
             * Encodes the specified LanePosition message. Does not implicitly {@link vigia.v1.LanePosition.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.LanePosition
             * @static
             * @param {vigia.v1.LanePosition.$Properties} message LanePosition message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LanePosition.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane") && message.lane !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.lane);
                if (message.acked != null && $Object.hasOwnProperty.call(message, "acked") && (typeof message.acked === "object" ? message.acked.low || message.acked.high : message.acked !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.acked);
                if (message.oldest != null && $Object.hasOwnProperty.call(message, "oldest") && (typeof message.oldest === "object" ? message.oldest.low || message.oldest.high : message.oldest !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.oldest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LanePosition message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.LanePosition
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.LanePosition & vigia.v1.LanePosition.$Shape} LanePosition
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LanePosition.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.LanePosition();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.lane = value;
                            else
                                delete message.lane;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.acked = value;
                            else
                                delete message.acked;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.oldest = value;
                            else
                                delete message.oldest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a LanePosition message.
             * @function verify
             * @memberof vigia.v1.LanePosition
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            LanePosition.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane"))
                    if (typeof message.lane !== "number" || (message.lane | 0) !== message.lane)
                        return "lane: enum value expected";
                if (message.acked != null && $Object.hasOwnProperty.call(message, "acked"))
                    if (!$util.isInteger(message.acked) && !(message.acked && $util.isInteger(message.acked.low) && $util.isInteger(message.acked.high)))
                        return "acked: integer|Long expected";
                if (message.oldest != null && $Object.hasOwnProperty.call(message, "oldest"))
                    if (!$util.isInteger(message.oldest) && !(message.oldest && $util.isInteger(message.oldest.low) && $util.isInteger(message.oldest.high)))
                        return "oldest: integer|Long expected";
                return null;
            };

            /**
             * Gets the type url for LanePosition
             * @function getTypeUrl
             * @memberof vigia.v1.LanePosition
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            LanePosition.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.LanePosition";
            };

            return LanePosition;
        })();

        v1.LaneCursor = (function() {

            /**
             * Properties of a LaneCursor.
             * @typedef {Object} vigia.v1.LaneCursor.$Properties
             * @property {vigia.v1.Lane|null} [lane] LaneCursor lane
             * @property {number|null} [lastSeq] LaneCursor lastSeq
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LaneCursor.
             * @memberof vigia.v1
             * @interface ILaneCursor
             * @augments vigia.v1.LaneCursor.$Properties
             * @deprecated Use vigia.v1.LaneCursor.$Properties instead.
             */

            /**
             * Shape of a LaneCursor.
             * @typedef {vigia.v1.LaneCursor.$Properties} vigia.v1.LaneCursor.$Shape
             */

            /**
             * Constructs a new LaneCursor.
             * @memberof vigia.v1
             * @classdesc Represents a LaneCursor.
             * @constructor
             * @param {vigia.v1.LaneCursor.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LaneCursor = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LaneCursor lane.
             * @member {vigia.v1.Lane} lane
             * @memberof vigia.v1.LaneCursor
             * @instance
             */
            LaneCursor.prototype.lane = 0;

            /**
             * LaneCursor lastSeq.
             * @member {number} lastSeq
             * @memberof vigia.v1.LaneCursor
             * @instance
             */
            LaneCursor.prototype.lastSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new LaneCursor instance using the specified properties.
             * @function create
             * @memberof vigia.v1.LaneCursor
             * @static
             * @param {vigia.v1.LaneCursor.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.LaneCursor} LaneCursor instance
             * @type {{
             *   (properties: vigia.v1.LaneCursor.$Shape): vigia.v1.LaneCursor & vigia.v1.LaneCursor.$Shape;
             *   (properties?: vigia.v1.LaneCursor.$Properties): vigia.v1.LaneCursor;
             * }}
             */
            LaneCursor.create = function(properties) {
                return new LaneCursor(properties);
            };

            /**
             * Encodes the specified LaneCursor message. Does not implicitly {@link vigia.v1.LaneCursor.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.LaneCursor
             * @static
             * @param {vigia.v1.LaneCursor.$Properties} message LaneCursor message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LaneCursor.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane") && message.lane !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.lane);
                if (message.lastSeq != null && $Object.hasOwnProperty.call(message, "lastSeq") && (typeof message.lastSeq === "object" ? message.lastSeq.low || message.lastSeq.high : message.lastSeq !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lastSeq);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LaneCursor message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.LaneCursor
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.LaneCursor & vigia.v1.LaneCursor.$Shape} LaneCursor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LaneCursor.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.LaneCursor();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.lane = value;
                            else
                                delete message.lane;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lastSeq = value;
                            else
                                delete message.lastSeq;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a LaneCursor message.
             * @function verify
             * @memberof vigia.v1.LaneCursor
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            LaneCursor.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane"))
                    if (typeof message.lane !== "number" || (message.lane | 0) !== message.lane)
                        return "lane: enum value expected";
                if (message.lastSeq != null && $Object.hasOwnProperty.call(message, "lastSeq"))
                    if (!$util.isInteger(message.lastSeq) && !(message.lastSeq && $util.isInteger(message.lastSeq.low) && $util.isInteger(message.lastSeq.high)))
                        return "lastSeq: integer|Long expected";
                return null;
            };

            /**
             * Gets the type url for LaneCursor
             * @function getTypeUrl
             * @memberof vigia.v1.LaneCursor
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            LaneCursor.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.LaneCursor";
            };

            return LaneCursor;
        })();

        v1.Batch = (function() {

            /**
             * Properties of a Batch.
             * @typedef {Object} vigia.v1.Batch.$Properties
             * @property {vigia.v1.Lane|null} [lane] Batch lane
             * @property {number|null} [epoch] Batch epoch
             * @property {Array.<vigia.v1.Record.$Properties>|null} [records] Batch records
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Batch.
             * @memberof vigia.v1
             * @interface IBatch
             * @augments vigia.v1.Batch.$Properties
             * @deprecated Use vigia.v1.Batch.$Properties instead.
             */

            /**
             * Shape of a Batch.
             * @typedef {{
             *   lane?: vigia.v1.Lane|null;
             *   epoch?: number|null;
             *   records?: Array.<vigia.v1.Record.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} vigia.v1.Batch.$Shape
             */

            /**
             * Constructs a new Batch.
             * @memberof vigia.v1
             * @classdesc Represents a Batch.
             * @constructor
             * @param {vigia.v1.Batch.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Batch = function (properties) {
                this.records = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Batch lane.
             * @member {vigia.v1.Lane} lane
             * @memberof vigia.v1.Batch
             * @instance
             */
            Batch.prototype.lane = 0;

            /**
             * Batch epoch.
             * @member {number} epoch
             * @memberof vigia.v1.Batch
             * @instance
             */
            Batch.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Batch records.
             * @member {Array.<vigia.v1.Record.$Properties>} records
             * @memberof vigia.v1.Batch
             * @instance
             */
            Batch.prototype.records = $util.emptyArray;

            /**
             * Creates a new Batch instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Batch
             * @static
             * @param {vigia.v1.Batch.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Batch} Batch instance
             * @type {{
             *   (properties: vigia.v1.Batch.$Shape): vigia.v1.Batch & vigia.v1.Batch.$Shape;
             *   (properties?: vigia.v1.Batch.$Properties): vigia.v1.Batch;
             * }}
             */
            Batch.create = function(properties) {
                return new Batch(properties);
            };

            /**
             * Encodes the specified Batch message. Does not implicitly {@link vigia.v1.Batch.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Batch
             * @static
             * @param {vigia.v1.Batch.$Properties} message Batch message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Batch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane") && message.lane !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.lane);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
                if (message.records != null && message.records.length)
                    for (let i = 0; i < message.records.length; ++i)
                        $root.vigia.v1.Record.encode(message.records[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Batch message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Batch
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Batch & vigia.v1.Batch.$Shape} Batch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Batch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Batch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.lane = value;
                            else
                                delete message.lane;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.records && message.records.length))
                                message.records = [];
                            message.records.push($root.vigia.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Batch message.
             * @function verify
             * @memberof vigia.v1.Batch
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Batch.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane"))
                    if (typeof message.lane !== "number" || (message.lane | 0) !== message.lane)
                        return "lane: enum value expected";
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch) && !(message.epoch && $util.isInteger(message.epoch.low) && $util.isInteger(message.epoch.high)))
                        return "epoch: integer|Long expected";
                if (message.records != null && $Object.hasOwnProperty.call(message, "records")) {
                    if (!$Array.isArray(message.records))
                        return "records: array expected";
                    for (let i = 0; i < message.records.length; ++i) {
                        let error = $root.vigia.v1.Record.verify(message.records[i], _depth + 1);
                        if (error)
                            return "records." + error;
                    }
                }
                return null;
            };

            /**
             * Gets the type url for Batch
             * @function getTypeUrl
             * @memberof vigia.v1.Batch
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Batch.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Batch";
            };

            return Batch;
        })();

        v1.Record = (function() {

            /**
             * Properties of a Record.
             * @typedef {Object} vigia.v1.Record.$Properties
             * @property {number|null} [seq] Record seq
             * @property {number|null} [atMs] Record atMs
             * @property {vigia.v1.AgentEvent.$Properties|null} [agentEvent] Record agentEvent
             * @property {vigia.v1.HostFacts.$Properties|null} [hostFacts] Record hostFacts
             * @property {vigia.v1.CollectorStatus.$Properties|null} [collectorStatus] Record collectorStatus
             * @property {vigia.v1.Metrics.$Properties|null} [metrics] Record metrics
             * @property {vigia.v1.Gap.$Properties|null} [gap] Record gap
             * @property {"agentEvent"|"hostFacts"|"collectorStatus"|"metrics"|"gap"} [body] Record body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Record.
             * @memberof vigia.v1
             * @interface IRecord
             * @augments vigia.v1.Record.$Properties
             * @deprecated Use vigia.v1.Record.$Properties instead.
             */

            /**
             * Narrowed shape of a Record.
             * @typedef {{
             *   seq?: number|null;
             *   atMs?: number|null;
             *   agentEvent?: vigia.v1.AgentEvent.$Shape|null;
             *   hostFacts?: vigia.v1.HostFacts.$Shape|null;
             *   collectorStatus?: vigia.v1.CollectorStatus.$Shape|null;
             *   metrics?: vigia.v1.Metrics.$Shape|null;
             *   gap?: vigia.v1.Gap.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; agentEvent?: null; hostFacts?: null; collectorStatus?: null; metrics?: null; gap?: null }|{ body?: "agentEvent"; agentEvent: vigia.v1.AgentEvent.$Shape; hostFacts?: null; collectorStatus?: null; metrics?: null; gap?: null }|{ body?: "hostFacts"; agentEvent?: null; hostFacts: vigia.v1.HostFacts.$Shape; collectorStatus?: null; metrics?: null; gap?: null }|{ body?: "collectorStatus"; agentEvent?: null; hostFacts?: null; collectorStatus: vigia.v1.CollectorStatus.$Shape; metrics?: null; gap?: null }|{ body?: "metrics"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; metrics: vigia.v1.Metrics.$Shape; gap?: null }|{ body?: "gap"; agentEvent?: null; hostFacts?: null; collectorStatus?: null; metrics?: null; gap: vigia.v1.Gap.$Shape })
             * )} vigia.v1.Record.$Shape
             */

            /**
             * Constructs a new Record.
             * @memberof vigia.v1
             * @classdesc Represents a Record.
             * @constructor
             * @param {vigia.v1.Record.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Record = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Record seq.
             * @member {number} seq
             * @memberof vigia.v1.Record
             * @instance
             */
            Record.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Record atMs.
             * @member {number} atMs
             * @memberof vigia.v1.Record
             * @instance
             */
            Record.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Record agentEvent.
             * @member {vigia.v1.AgentEvent.$Properties|null|undefined} agentEvent
             * @memberof vigia.v1.Record
             * @instance
             */
            Record.prototype.agentEvent = null;

            /**
             * Record hostFacts.
             * @member {vigia.v1.HostFacts.$Properties|null|undefined} hostFacts
             * @memberof vigia.v1.Record
             * @instance
             */
            Record.prototype.hostFacts = null;

            /**
             * Record collectorStatus.
             * @member {vigia.v1.CollectorStatus.$Properties|null|undefined} collectorStatus
             * @memberof vigia.v1.Record
             * @instance
             */
            Record.prototype.collectorStatus = null;

            /**
             * Record metrics.
             * @member {vigia.v1.Metrics.$Properties|null|undefined} metrics
             * @memberof vigia.v1.Record
             * @instance
             */
            Record.prototype.metrics = null;

            /**
             * Record gap.
             * @member {vigia.v1.Gap.$Properties|null|undefined} gap
             * @memberof vigia.v1.Record
             * @instance
             */
            Record.prototype.gap = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Record body.
             * @member {"agentEvent"|"hostFacts"|"collectorStatus"|"metrics"|"gap"|undefined} body
             * @memberof vigia.v1.Record
             * @instance
             */
            $Object.defineProperty(Record.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["agentEvent", "hostFacts", "collectorStatus", "metrics", "gap"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Record instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Record
             * @static
             * @param {vigia.v1.Record.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Record} Record instance
             * @type {{
             *   (properties: vigia.v1.Record.$Shape): vigia.v1.Record & vigia.v1.Record.$Shape;
             *   (properties?: vigia.v1.Record.$Properties): vigia.v1.Record;
             * }}
             */
            Record.create = function(properties) {
                return new Record(properties);
            };

            /**
             * Encodes the specified Record message. Does not implicitly {@link vigia.v1.Record.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Record
             * @static
             * @param {vigia.v1.Record.$Properties} message Record message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Record.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.seq);
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.atMs);
                if (message.agentEvent != null && $Object.hasOwnProperty.call(message, "agentEvent"))
                    $root.vigia.v1.AgentEvent.encode(message.agentEvent, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.hostFacts != null && $Object.hasOwnProperty.call(message, "hostFacts"))
                    $root.vigia.v1.HostFacts.encode(message.hostFacts, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.collectorStatus != null && $Object.hasOwnProperty.call(message, "collectorStatus"))
                    $root.vigia.v1.CollectorStatus.encode(message.collectorStatus, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.metrics != null && $Object.hasOwnProperty.call(message, "metrics"))
                    $root.vigia.v1.Metrics.encode(message.metrics, writer.uint32(/* id 32, wireType 2 =*/258).fork(), _depth + 1).ldelim();
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap"))
                    $root.vigia.v1.Gap.encode(message.gap, writer.uint32(/* id 33, wireType 2 =*/266).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Record message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Record
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Record & vigia.v1.Record.$Shape} Record
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Record.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Record();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.agentEvent = $root.vigia.v1.AgentEvent.decode(reader, reader.size(), $undefined, _depth + 1, message.agentEvent);
                            message.body = "agentEvent";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.hostFacts = $root.vigia.v1.HostFacts.decode(reader, reader.size(), $undefined, _depth + 1, message.hostFacts);
                            message.body = "hostFacts";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.collectorStatus = $root.vigia.v1.CollectorStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.collectorStatus);
                            message.body = "collectorStatus";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.metrics = $root.vigia.v1.Metrics.decode(reader, reader.size(), $undefined, _depth + 1, message.metrics);
                            message.body = "metrics";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.gap = $root.vigia.v1.Gap.decode(reader, reader.size(), $undefined, _depth + 1, message.gap);
                            message.body = "gap";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Record message.
             * @function verify
             * @memberof vigia.v1.Record
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Record.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                        return "seq: integer|Long expected";
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs"))
                    if (!$util.isInteger(message.atMs) && !(message.atMs && $util.isInteger(message.atMs.low) && $util.isInteger(message.atMs.high)))
                        return "atMs: integer|Long expected";
                if (message.agentEvent != null && $Object.hasOwnProperty.call(message, "agentEvent")) {
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.AgentEvent.verify(message.agentEvent, _depth + 1);
                        if (error)
                            return "agentEvent." + error;
                    }
                }
                if (message.hostFacts != null && $Object.hasOwnProperty.call(message, "hostFacts")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.HostFacts.verify(message.hostFacts, _depth + 1);
                        if (error)
                            return "hostFacts." + error;
                    }
                }
                if (message.collectorStatus != null && $Object.hasOwnProperty.call(message, "collectorStatus")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.CollectorStatus.verify(message.collectorStatus, _depth + 1);
                        if (error)
                            return "collectorStatus." + error;
                    }
                }
                if (message.metrics != null && $Object.hasOwnProperty.call(message, "metrics")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Metrics.verify(message.metrics, _depth + 1);
                        if (error)
                            return "metrics." + error;
                    }
                }
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Gap.verify(message.gap, _depth + 1);
                        if (error)
                            return "gap." + error;
                    }
                }
                return null;
            };

            /**
             * Gets the type url for Record
             * @function getTypeUrl
             * @memberof vigia.v1.Record
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Record.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Record";
            };

            return Record;
        })();

        v1.Gap = (function() {

            /**
             * Properties of a Gap.
             * @typedef {Object} vigia.v1.Gap.$Properties
             * @property {number|null} [from] Gap from
             * @property {number|null} [firstAtMs] Gap firstAtMs
             * @property {number|null} [lastAtMs] Gap lastAtMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Gap.
             * @memberof vigia.v1
             * @interface IGap
             * @augments vigia.v1.Gap.$Properties
             * @deprecated Use vigia.v1.Gap.$Properties instead.
             */

            /**
             * Shape of a Gap.
             * @typedef {vigia.v1.Gap.$Properties} vigia.v1.Gap.$Shape
             */

            /**
             * Constructs a new Gap.
             * @memberof vigia.v1
             * @classdesc Represents a Gap.
             * @constructor
             * @param {vigia.v1.Gap.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Gap = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Gap from.
             * @member {number} from
             * @memberof vigia.v1.Gap
             * @instance
             */
            Gap.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Gap firstAtMs.
             * @member {number} firstAtMs
             * @memberof vigia.v1.Gap
             * @instance
             */
            Gap.prototype.firstAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Gap lastAtMs.
             * @member {number} lastAtMs
             * @memberof vigia.v1.Gap
             * @instance
             */
            Gap.prototype.lastAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Gap instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Gap
             * @static
             * @param {vigia.v1.Gap.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Gap} Gap instance
             * @type {{
             *   (properties: vigia.v1.Gap.$Shape): vigia.v1.Gap & vigia.v1.Gap.$Shape;
             *   (properties?: vigia.v1.Gap.$Properties): vigia.v1.Gap;
             * }}
             */
            Gap.create = function(properties) {
                return new Gap(properties);
            };

            /**
             * Encodes the specified Gap message. Does not implicitly {@link vigia.v1.Gap.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Gap
             * @static
             * @param {vigia.v1.Gap.$Properties} message Gap message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Gap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.from);
                if (message.firstAtMs != null && $Object.hasOwnProperty.call(message, "firstAtMs") && (typeof message.firstAtMs === "object" ? message.firstAtMs.low || message.firstAtMs.high : message.firstAtMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.firstAtMs);
                if (message.lastAtMs != null && $Object.hasOwnProperty.call(message, "lastAtMs") && (typeof message.lastAtMs === "object" ? message.lastAtMs.low || message.lastAtMs.high : message.lastAtMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.lastAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Gap message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Gap
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Gap & vigia.v1.Gap.$Shape} Gap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Gap.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Gap();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.firstAtMs = value;
                            else
                                delete message.firstAtMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lastAtMs = value;
                            else
                                delete message.lastAtMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Gap message.
             * @function verify
             * @memberof vigia.v1.Gap
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Gap.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    if (!$util.isInteger(message.from) && !(message.from && $util.isInteger(message.from.low) && $util.isInteger(message.from.high)))
                        return "from: integer|Long expected";
                if (message.firstAtMs != null && $Object.hasOwnProperty.call(message, "firstAtMs"))
                    if (!$util.isInteger(message.firstAtMs) && !(message.firstAtMs && $util.isInteger(message.firstAtMs.low) && $util.isInteger(message.firstAtMs.high)))
                        return "firstAtMs: integer|Long expected";
                if (message.lastAtMs != null && $Object.hasOwnProperty.call(message, "lastAtMs"))
                    if (!$util.isInteger(message.lastAtMs) && !(message.lastAtMs && $util.isInteger(message.lastAtMs.low) && $util.isInteger(message.lastAtMs.high)))
                        return "lastAtMs: integer|Long expected";
                return null;
            };

            /**
             * Gets the type url for Gap
             * @function getTypeUrl
             * @memberof vigia.v1.Gap
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Gap.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Gap";
            };

            return Gap;
        })();

        v1.Ack = (function() {

            /**
             * Properties of an Ack.
             * @typedef {Object} vigia.v1.Ack.$Properties
             * @property {vigia.v1.Lane|null} [lane] Ack lane
             * @property {number|null} [epoch] Ack epoch
             * @property {number|null} [seq] Ack seq
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Ack.
             * @memberof vigia.v1
             * @interface IAck
             * @augments vigia.v1.Ack.$Properties
             * @deprecated Use vigia.v1.Ack.$Properties instead.
             */

            /**
             * Shape of an Ack.
             * @typedef {vigia.v1.Ack.$Properties} vigia.v1.Ack.$Shape
             */

            /**
             * Constructs a new Ack.
             * @memberof vigia.v1
             * @classdesc Represents an Ack.
             * @constructor
             * @param {vigia.v1.Ack.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ack = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ack lane.
             * @member {vigia.v1.Lane} lane
             * @memberof vigia.v1.Ack
             * @instance
             */
            Ack.prototype.lane = 0;

            /**
             * Ack epoch.
             * @member {number} epoch
             * @memberof vigia.v1.Ack
             * @instance
             */
            Ack.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Ack seq.
             * @member {number} seq
             * @memberof vigia.v1.Ack
             * @instance
             */
            Ack.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Ack instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Ack
             * @static
             * @param {vigia.v1.Ack.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Ack} Ack instance
             * @type {{
             *   (properties: vigia.v1.Ack.$Shape): vigia.v1.Ack & vigia.v1.Ack.$Shape;
             *   (properties?: vigia.v1.Ack.$Properties): vigia.v1.Ack;
             * }}
             */
            Ack.create = function(properties) {
                return new Ack(properties);
            };

            /**
             * Encodes the specified Ack message. Does not implicitly {@link vigia.v1.Ack.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Ack
             * @static
             * @param {vigia.v1.Ack.$Properties} message Ack message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ack.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane") && message.lane !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.lane);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.seq);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Ack
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Ack & vigia.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ack.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Ack();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.lane = value;
                            else
                                delete message.lane;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Ack message.
             * @function verify
             * @memberof vigia.v1.Ack
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Ack.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane"))
                    if (typeof message.lane !== "number" || (message.lane | 0) !== message.lane)
                        return "lane: enum value expected";
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch) && !(message.epoch && $util.isInteger(message.epoch.low) && $util.isInteger(message.epoch.high)))
                        return "epoch: integer|Long expected";
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                        return "seq: integer|Long expected";
                return null;
            };

            /**
             * Gets the type url for Ack
             * @function getTypeUrl
             * @memberof vigia.v1.Ack
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Ack.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Ack";
            };

            return Ack;
        })();

        v1.ResendFrom = (function() {

            /**
             * Properties of a ResendFrom.
             * @typedef {Object} vigia.v1.ResendFrom.$Properties
             * @property {vigia.v1.Lane|null} [lane] ResendFrom lane
             * @property {number|null} [epoch] ResendFrom epoch
             * @property {number|null} [seq] ResendFrom seq
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResendFrom.
             * @memberof vigia.v1
             * @interface IResendFrom
             * @augments vigia.v1.ResendFrom.$Properties
             * @deprecated Use vigia.v1.ResendFrom.$Properties instead.
             */

            /**
             * Shape of a ResendFrom.
             * @typedef {vigia.v1.ResendFrom.$Properties} vigia.v1.ResendFrom.$Shape
             */

            /**
             * Constructs a new ResendFrom.
             * @memberof vigia.v1
             * @classdesc Represents a ResendFrom.
             * @constructor
             * @param {vigia.v1.ResendFrom.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResendFrom = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResendFrom lane.
             * @member {vigia.v1.Lane} lane
             * @memberof vigia.v1.ResendFrom
             * @instance
             */
            ResendFrom.prototype.lane = 0;

            /**
             * ResendFrom epoch.
             * @member {number} epoch
             * @memberof vigia.v1.ResendFrom
             * @instance
             */
            ResendFrom.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ResendFrom seq.
             * @member {number} seq
             * @memberof vigia.v1.ResendFrom
             * @instance
             */
            ResendFrom.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new ResendFrom instance using the specified properties.
             * @function create
             * @memberof vigia.v1.ResendFrom
             * @static
             * @param {vigia.v1.ResendFrom.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.ResendFrom} ResendFrom instance
             * @type {{
             *   (properties: vigia.v1.ResendFrom.$Shape): vigia.v1.ResendFrom & vigia.v1.ResendFrom.$Shape;
             *   (properties?: vigia.v1.ResendFrom.$Properties): vigia.v1.ResendFrom;
             * }}
             */
            ResendFrom.create = function(properties) {
                return new ResendFrom(properties);
            };

            /**
             * Encodes the specified ResendFrom message. Does not implicitly {@link vigia.v1.ResendFrom.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.ResendFrom
             * @static
             * @param {vigia.v1.ResendFrom.$Properties} message ResendFrom message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResendFrom.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane") && message.lane !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.lane);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.seq);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResendFrom message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.ResendFrom
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.ResendFrom & vigia.v1.ResendFrom.$Shape} ResendFrom
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ResendFrom.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.ResendFrom();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.lane = value;
                            else
                                delete message.lane;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ResendFrom message.
             * @function verify
             * @memberof vigia.v1.ResendFrom
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ResendFrom.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane"))
                    if (typeof message.lane !== "number" || (message.lane | 0) !== message.lane)
                        return "lane: enum value expected";
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch) && !(message.epoch && $util.isInteger(message.epoch.low) && $util.isInteger(message.epoch.high)))
                        return "epoch: integer|Long expected";
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                        return "seq: integer|Long expected";
                return null;
            };

            /**
             * Gets the type url for ResendFrom
             * @function getTypeUrl
             * @memberof vigia.v1.ResendFrom
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ResendFrom.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.ResendFrom";
            };

            return ResendFrom;
        })();

        v1.AgentEvent = (function() {

            /**
             * Properties of an AgentEvent.
             * @typedef {Object} vigia.v1.AgentEvent.$Properties
             * @property {vigia.v1.AgentEventKind|null} [kind] AgentEvent kind
             * @property {string|null} [detail] AgentEvent detail
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AgentEvent.
             * @memberof vigia.v1
             * @interface IAgentEvent
             * @augments vigia.v1.AgentEvent.$Properties
             * @deprecated Use vigia.v1.AgentEvent.$Properties instead.
             */

            /**
             * Shape of an AgentEvent.
             * @typedef {vigia.v1.AgentEvent.$Properties} vigia.v1.AgentEvent.$Shape
             */

            /**
             * Constructs a new AgentEvent.
             * @memberof vigia.v1
             * @classdesc Represents an AgentEvent.
             * @constructor
             * @param {vigia.v1.AgentEvent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AgentEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AgentEvent kind.
             * @member {vigia.v1.AgentEventKind} kind
             * @memberof vigia.v1.AgentEvent
             * @instance
             */
            AgentEvent.prototype.kind = 0;

            /**
             * AgentEvent detail.
             * @member {string} detail
             * @memberof vigia.v1.AgentEvent
             * @instance
             */
            AgentEvent.prototype.detail = "";

            /**
             * Creates a new AgentEvent instance using the specified properties.
             * @function create
             * @memberof vigia.v1.AgentEvent
             * @static
             * @param {vigia.v1.AgentEvent.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.AgentEvent} AgentEvent instance
             * @type {{
             *   (properties: vigia.v1.AgentEvent.$Shape): vigia.v1.AgentEvent & vigia.v1.AgentEvent.$Shape;
             *   (properties?: vigia.v1.AgentEvent.$Properties): vigia.v1.AgentEvent;
             * }}
             */
            AgentEvent.create = function(properties) {
                return new AgentEvent(properties);
            };

            /**
             * Encodes the specified AgentEvent message. Does not implicitly {@link vigia.v1.AgentEvent.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.AgentEvent
             * @static
             * @param {vigia.v1.AgentEvent.$Properties} message AgentEvent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AgentEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.kind);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AgentEvent message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.AgentEvent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.AgentEvent & vigia.v1.AgentEvent.$Shape} AgentEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AgentEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.AgentEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an AgentEvent message.
             * @function verify
             * @memberof vigia.v1.AgentEvent
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            AgentEvent.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    if (typeof message.kind !== "number" || (message.kind | 0) !== message.kind)
                        return "kind: enum value expected";
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    if (!$util.isString(message.detail))
                        return "detail: string expected";
                return null;
            };

            /**
             * Gets the type url for AgentEvent
             * @function getTypeUrl
             * @memberof vigia.v1.AgentEvent
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            AgentEvent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.AgentEvent";
            };

            return AgentEvent;
        })();

        /**
         * AgentEventKind enum.
         * @name vigia.v1.AgentEventKind
         * @enum {number}
         * @property {number} AGENT_EVENT_KIND_UNSPECIFIED=0 AGENT_EVENT_KIND_UNSPECIFIED value
         * @property {number} AGENT_EVENT_KIND_STARTED=1 AGENT_EVENT_KIND_STARTED value
         * @property {number} AGENT_EVENT_KIND_STOPPED=2 AGENT_EVENT_KIND_STOPPED value
         * @property {number} AGENT_EVENT_KIND_MACHINE_BOOTED=3 AGENT_EVENT_KIND_MACHINE_BOOTED value
         * @property {number} AGENT_EVENT_KIND_SPOOL_REPAIRED=4 AGENT_EVENT_KIND_SPOOL_REPAIRED value
         * @property {number} AGENT_EVENT_KIND_SERVER_RESTORED=5 AGENT_EVENT_KIND_SERVER_RESTORED value
         * @property {number} AGENT_EVENT_KIND_TLS_KEY_CHANGED=6 AGENT_EVENT_KIND_TLS_KEY_CHANGED value
         * @property {number} AGENT_EVENT_KIND_CLOCK_STEPPED=7 AGENT_EVENT_KIND_CLOCK_STEPPED value
         * @property {number} AGENT_EVENT_KIND_SPOOL_FULL=8 AGENT_EVENT_KIND_SPOOL_FULL value
         */
        v1.AgentEventKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "AGENT_EVENT_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "AGENT_EVENT_KIND_STARTED"] = 1;
            values[valuesById[2] = "AGENT_EVENT_KIND_STOPPED"] = 2;
            values[valuesById[3] = "AGENT_EVENT_KIND_MACHINE_BOOTED"] = 3;
            values[valuesById[4] = "AGENT_EVENT_KIND_SPOOL_REPAIRED"] = 4;
            values[valuesById[5] = "AGENT_EVENT_KIND_SERVER_RESTORED"] = 5;
            values[valuesById[6] = "AGENT_EVENT_KIND_TLS_KEY_CHANGED"] = 6;
            values[valuesById[7] = "AGENT_EVENT_KIND_CLOCK_STEPPED"] = 7;
            values[valuesById[8] = "AGENT_EVENT_KIND_SPOOL_FULL"] = 8;
            return values;
        })();

        v1.Metrics = (function() {

            /**
             * Properties of a Metrics.
             * @typedef {Object} vigia.v1.Metrics.$Properties
             * @property {vigia.v1.CpuMetric.$Properties|null} [cpu] Metrics cpu
             * @property {vigia.v1.MemoryMetric.$Properties|null} [memory] Metrics memory
             * @property {Array.<vigia.v1.VolumeMetric.$Properties>|null} [volumes] Metrics volumes
             * @property {Array.<vigia.v1.DiskMetric.$Properties>|null} [disks] Metrics disks
             * @property {Array.<vigia.v1.InterfaceMetric.$Properties>|null} [interfaces] Metrics interfaces
             * @property {number|null} [uptimeSeconds] Metrics uptimeSeconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Metrics.
             * @memberof vigia.v1
             * @interface IMetrics
             * @augments vigia.v1.Metrics.$Properties
             * @deprecated Use vigia.v1.Metrics.$Properties instead.
             */

            /**
             * Shape of a Metrics.
             * @typedef {vigia.v1.Metrics.$Properties} vigia.v1.Metrics.$Shape
             */

            /**
             * Constructs a new Metrics.
             * @memberof vigia.v1
             * @classdesc Represents a Metrics.
             * @constructor
             * @param {vigia.v1.Metrics.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Metrics = function (properties) {
                this.volumes = [];
                this.disks = [];
                this.interfaces = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Metrics cpu.
             * @member {vigia.v1.CpuMetric.$Properties|null|undefined} cpu
             * @memberof vigia.v1.Metrics
             * @instance
             */
            Metrics.prototype.cpu = null;

            /**
             * Metrics memory.
             * @member {vigia.v1.MemoryMetric.$Properties|null|undefined} memory
             * @memberof vigia.v1.Metrics
             * @instance
             */
            Metrics.prototype.memory = null;

            /**
             * Metrics volumes.
             * @member {Array.<vigia.v1.VolumeMetric.$Properties>} volumes
             * @memberof vigia.v1.Metrics
             * @instance
             */
            Metrics.prototype.volumes = $util.emptyArray;

            /**
             * Metrics disks.
             * @member {Array.<vigia.v1.DiskMetric.$Properties>} disks
             * @memberof vigia.v1.Metrics
             * @instance
             */
            Metrics.prototype.disks = $util.emptyArray;

            /**
             * Metrics interfaces.
             * @member {Array.<vigia.v1.InterfaceMetric.$Properties>} interfaces
             * @memberof vigia.v1.Metrics
             * @instance
             */
            Metrics.prototype.interfaces = $util.emptyArray;

            /**
             * Metrics uptimeSeconds.
             * @member {number|null|undefined} uptimeSeconds
             * @memberof vigia.v1.Metrics
             * @instance
             */
            Metrics.prototype.uptimeSeconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Metrics.prototype, "_uptimeSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["uptimeSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Metrics instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Metrics
             * @static
             * @param {vigia.v1.Metrics.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Metrics} Metrics instance
             * @type {{
             *   (properties: vigia.v1.Metrics.$Shape): vigia.v1.Metrics & vigia.v1.Metrics.$Shape;
             *   (properties?: vigia.v1.Metrics.$Properties): vigia.v1.Metrics;
             * }}
             */
            Metrics.create = function(properties) {
                return new Metrics(properties);
            };

            /**
             * Encodes the specified Metrics message. Does not implicitly {@link vigia.v1.Metrics.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Metrics
             * @static
             * @param {vigia.v1.Metrics.$Properties} message Metrics message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Metrics.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cpu != null && $Object.hasOwnProperty.call(message, "cpu"))
                    $root.vigia.v1.CpuMetric.encode(message.cpu, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.memory != null && $Object.hasOwnProperty.call(message, "memory"))
                    $root.vigia.v1.MemoryMetric.encode(message.memory, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.volumes != null && message.volumes.length)
                    for (let i = 0; i < message.volumes.length; ++i)
                        $root.vigia.v1.VolumeMetric.encode(message.volumes[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.disks != null && message.disks.length)
                    for (let i = 0; i < message.disks.length; ++i)
                        $root.vigia.v1.DiskMetric.encode(message.disks[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.interfaces != null && message.interfaces.length)
                    for (let i = 0; i < message.interfaces.length; ++i)
                        $root.vigia.v1.InterfaceMetric.encode(message.interfaces[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.uptimeSeconds != null && $Object.hasOwnProperty.call(message, "uptimeSeconds"))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.uptimeSeconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Metrics message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Metrics
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Metrics & vigia.v1.Metrics.$Shape} Metrics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Metrics.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Metrics();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.cpu = $root.vigia.v1.CpuMetric.decode(reader, reader.size(), $undefined, _depth + 1, message.cpu);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.memory = $root.vigia.v1.MemoryMetric.decode(reader, reader.size(), $undefined, _depth + 1, message.memory);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.volumes && message.volumes.length))
                                message.volumes = [];
                            message.volumes.push($root.vigia.v1.VolumeMetric.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.disks && message.disks.length))
                                message.disks = [];
                            message.disks.push($root.vigia.v1.DiskMetric.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.interfaces && message.interfaces.length))
                                message.interfaces = [];
                            message.interfaces.push($root.vigia.v1.InterfaceMetric.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            message.uptimeSeconds = reader.double();
                            message._uptimeSeconds = "uptimeSeconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Metrics message.
             * @function verify
             * @memberof vigia.v1.Metrics
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Metrics.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.cpu != null && $Object.hasOwnProperty.call(message, "cpu")) {
                    let error = $root.vigia.v1.CpuMetric.verify(message.cpu, _depth + 1);
                    if (error)
                        return "cpu." + error;
                }
                if (message.memory != null && $Object.hasOwnProperty.call(message, "memory")) {
                    let error = $root.vigia.v1.MemoryMetric.verify(message.memory, _depth + 1);
                    if (error)
                        return "memory." + error;
                }
                if (message.volumes != null && $Object.hasOwnProperty.call(message, "volumes")) {
                    if (!$Array.isArray(message.volumes))
                        return "volumes: array expected";
                    for (let i = 0; i < message.volumes.length; ++i) {
                        let error = $root.vigia.v1.VolumeMetric.verify(message.volumes[i], _depth + 1);
                        if (error)
                            return "volumes." + error;
                    }
                }
                if (message.disks != null && $Object.hasOwnProperty.call(message, "disks")) {
                    if (!$Array.isArray(message.disks))
                        return "disks: array expected";
                    for (let i = 0; i < message.disks.length; ++i) {
                        let error = $root.vigia.v1.DiskMetric.verify(message.disks[i], _depth + 1);
                        if (error)
                            return "disks." + error;
                    }
                }
                if (message.interfaces != null && $Object.hasOwnProperty.call(message, "interfaces")) {
                    if (!$Array.isArray(message.interfaces))
                        return "interfaces: array expected";
                    for (let i = 0; i < message.interfaces.length; ++i) {
                        let error = $root.vigia.v1.InterfaceMetric.verify(message.interfaces[i], _depth + 1);
                        if (error)
                            return "interfaces." + error;
                    }
                }
                if (message.uptimeSeconds != null && $Object.hasOwnProperty.call(message, "uptimeSeconds")) {
                    properties._uptimeSeconds = 1;
                    if (typeof message.uptimeSeconds !== "number")
                        return "uptimeSeconds: number expected";
                }
                return null;
            };

            /**
             * Gets the type url for Metrics
             * @function getTypeUrl
             * @memberof vigia.v1.Metrics
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Metrics.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Metrics";
            };

            return Metrics;
        })();

        v1.CpuMetric = (function() {

            /**
             * Properties of a CpuMetric.
             * @typedef {Object} vigia.v1.CpuMetric.$Properties
             * @property {number|null} [busy] CpuMetric busy
             * @property {number|null} [ioWait] CpuMetric ioWait
             * @property {number|null} [load1] CpuMetric load1
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CpuMetric.
             * @memberof vigia.v1
             * @interface ICpuMetric
             * @augments vigia.v1.CpuMetric.$Properties
             * @deprecated Use vigia.v1.CpuMetric.$Properties instead.
             */

            /**
             * Shape of a CpuMetric.
             * @typedef {vigia.v1.CpuMetric.$Properties} vigia.v1.CpuMetric.$Shape
             */

            /**
             * Constructs a new CpuMetric.
             * @memberof vigia.v1
             * @classdesc Represents a CpuMetric.
             * @constructor
             * @param {vigia.v1.CpuMetric.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CpuMetric = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CpuMetric busy.
             * @member {number} busy
             * @memberof vigia.v1.CpuMetric
             * @instance
             */
            CpuMetric.prototype.busy = 0;

            /**
             * CpuMetric ioWait.
             * @member {number|null|undefined} ioWait
             * @memberof vigia.v1.CpuMetric
             * @instance
             */
            CpuMetric.prototype.ioWait = null;

            /**
             * CpuMetric load1.
             * @member {number|null|undefined} load1
             * @memberof vigia.v1.CpuMetric
             * @instance
             */
            CpuMetric.prototype.load1 = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CpuMetric.prototype, "_ioWait", {
                get: $util.oneOfGetter($oneOfFields = ["ioWait"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CpuMetric.prototype, "_load1", {
                get: $util.oneOfGetter($oneOfFields = ["load1"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new CpuMetric instance using the specified properties.
             * @function create
             * @memberof vigia.v1.CpuMetric
             * @static
             * @param {vigia.v1.CpuMetric.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.CpuMetric} CpuMetric instance
             * @type {{
             *   (properties: vigia.v1.CpuMetric.$Shape): vigia.v1.CpuMetric & vigia.v1.CpuMetric.$Shape;
             *   (properties?: vigia.v1.CpuMetric.$Properties): vigia.v1.CpuMetric;
             * }}
             */
            CpuMetric.create = function(properties) {
                return new CpuMetric(properties);
            };

            /**
             * Encodes the specified CpuMetric message. Does not implicitly {@link vigia.v1.CpuMetric.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.CpuMetric
             * @static
             * @param {vigia.v1.CpuMetric.$Properties} message CpuMetric message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CpuMetric.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.busy != null && $Object.hasOwnProperty.call(message, "busy") && !$Object.is(message.busy, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.busy);
                if (message.ioWait != null && $Object.hasOwnProperty.call(message, "ioWait"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.ioWait);
                if (message.load1 != null && $Object.hasOwnProperty.call(message, "load1"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.load1);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CpuMetric message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.CpuMetric
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.CpuMetric & vigia.v1.CpuMetric.$Shape} CpuMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CpuMetric.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.CpuMetric();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.busy = value;
                            else
                                delete message.busy;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.ioWait = reader.double();
                            message._ioWait = "ioWait";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.load1 = reader.double();
                            message._load1 = "load1";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a CpuMetric message.
             * @function verify
             * @memberof vigia.v1.CpuMetric
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            CpuMetric.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.busy != null && $Object.hasOwnProperty.call(message, "busy"))
                    if (typeof message.busy !== "number")
                        return "busy: number expected";
                if (message.ioWait != null && $Object.hasOwnProperty.call(message, "ioWait")) {
                    properties._ioWait = 1;
                    if (typeof message.ioWait !== "number")
                        return "ioWait: number expected";
                }
                if (message.load1 != null && $Object.hasOwnProperty.call(message, "load1")) {
                    properties._load1 = 1;
                    if (typeof message.load1 !== "number")
                        return "load1: number expected";
                }
                return null;
            };

            /**
             * Gets the type url for CpuMetric
             * @function getTypeUrl
             * @memberof vigia.v1.CpuMetric
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            CpuMetric.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.CpuMetric";
            };

            return CpuMetric;
        })();

        v1.MemoryMetric = (function() {

            /**
             * Properties of a MemoryMetric.
             * @typedef {Object} vigia.v1.MemoryMetric.$Properties
             * @property {number|null} [totalBytes] MemoryMetric totalBytes
             * @property {number|null} [usedBytes] MemoryMetric usedBytes
             * @property {number|null} [swapTotalBytes] MemoryMetric swapTotalBytes
             * @property {number|null} [swapUsedBytes] MemoryMetric swapUsedBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MemoryMetric.
             * @memberof vigia.v1
             * @interface IMemoryMetric
             * @augments vigia.v1.MemoryMetric.$Properties
             * @deprecated Use vigia.v1.MemoryMetric.$Properties instead.
             */

            /**
             * Shape of a MemoryMetric.
             * @typedef {vigia.v1.MemoryMetric.$Properties} vigia.v1.MemoryMetric.$Shape
             */

            /**
             * Constructs a new MemoryMetric.
             * @memberof vigia.v1
             * @classdesc Represents a MemoryMetric.
             * @constructor
             * @param {vigia.v1.MemoryMetric.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MemoryMetric = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MemoryMetric totalBytes.
             * @member {number} totalBytes
             * @memberof vigia.v1.MemoryMetric
             * @instance
             */
            MemoryMetric.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MemoryMetric usedBytes.
             * @member {number} usedBytes
             * @memberof vigia.v1.MemoryMetric
             * @instance
             */
            MemoryMetric.prototype.usedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MemoryMetric swapTotalBytes.
             * @member {number} swapTotalBytes
             * @memberof vigia.v1.MemoryMetric
             * @instance
             */
            MemoryMetric.prototype.swapTotalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MemoryMetric swapUsedBytes.
             * @member {number} swapUsedBytes
             * @memberof vigia.v1.MemoryMetric
             * @instance
             */
            MemoryMetric.prototype.swapUsedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new MemoryMetric instance using the specified properties.
             * @function create
             * @memberof vigia.v1.MemoryMetric
             * @static
             * @param {vigia.v1.MemoryMetric.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.MemoryMetric} MemoryMetric instance
             * @type {{
             *   (properties: vigia.v1.MemoryMetric.$Shape): vigia.v1.MemoryMetric & vigia.v1.MemoryMetric.$Shape;
             *   (properties?: vigia.v1.MemoryMetric.$Properties): vigia.v1.MemoryMetric;
             * }}
             */
            MemoryMetric.create = function(properties) {
                return new MemoryMetric(properties);
            };

            /**
             * Encodes the specified MemoryMetric message. Does not implicitly {@link vigia.v1.MemoryMetric.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.MemoryMetric
             * @static
             * @param {vigia.v1.MemoryMetric.$Properties} message MemoryMetric message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MemoryMetric.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes") && (typeof message.totalBytes === "object" ? message.totalBytes.low || message.totalBytes.high : message.totalBytes !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.totalBytes);
                if (message.usedBytes != null && $Object.hasOwnProperty.call(message, "usedBytes") && (typeof message.usedBytes === "object" ? message.usedBytes.low || message.usedBytes.high : message.usedBytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.usedBytes);
                if (message.swapTotalBytes != null && $Object.hasOwnProperty.call(message, "swapTotalBytes") && (typeof message.swapTotalBytes === "object" ? message.swapTotalBytes.low || message.swapTotalBytes.high : message.swapTotalBytes !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.swapTotalBytes);
                if (message.swapUsedBytes != null && $Object.hasOwnProperty.call(message, "swapUsedBytes") && (typeof message.swapUsedBytes === "object" ? message.swapUsedBytes.low || message.swapUsedBytes.high : message.swapUsedBytes !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.swapUsedBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MemoryMetric message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.MemoryMetric
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.MemoryMetric & vigia.v1.MemoryMetric.$Shape} MemoryMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MemoryMetric.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.MemoryMetric();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.totalBytes = value;
                            else
                                delete message.totalBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.usedBytes = value;
                            else
                                delete message.usedBytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.swapTotalBytes = value;
                            else
                                delete message.swapTotalBytes;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.swapUsedBytes = value;
                            else
                                delete message.swapUsedBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a MemoryMetric message.
             * @function verify
             * @memberof vigia.v1.MemoryMetric
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            MemoryMetric.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes"))
                    if (!$util.isInteger(message.totalBytes) && !(message.totalBytes && $util.isInteger(message.totalBytes.low) && $util.isInteger(message.totalBytes.high)))
                        return "totalBytes: integer|Long expected";
                if (message.usedBytes != null && $Object.hasOwnProperty.call(message, "usedBytes"))
                    if (!$util.isInteger(message.usedBytes) && !(message.usedBytes && $util.isInteger(message.usedBytes.low) && $util.isInteger(message.usedBytes.high)))
                        return "usedBytes: integer|Long expected";
                if (message.swapTotalBytes != null && $Object.hasOwnProperty.call(message, "swapTotalBytes"))
                    if (!$util.isInteger(message.swapTotalBytes) && !(message.swapTotalBytes && $util.isInteger(message.swapTotalBytes.low) && $util.isInteger(message.swapTotalBytes.high)))
                        return "swapTotalBytes: integer|Long expected";
                if (message.swapUsedBytes != null && $Object.hasOwnProperty.call(message, "swapUsedBytes"))
                    if (!$util.isInteger(message.swapUsedBytes) && !(message.swapUsedBytes && $util.isInteger(message.swapUsedBytes.low) && $util.isInteger(message.swapUsedBytes.high)))
                        return "swapUsedBytes: integer|Long expected";
                return null;
            };

            /**
             * Gets the type url for MemoryMetric
             * @function getTypeUrl
             * @memberof vigia.v1.MemoryMetric
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            MemoryMetric.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.MemoryMetric";
            };

            return MemoryMetric;
        })();

        v1.VolumeMetric = (function() {

            /**
             * Properties of a VolumeMetric.
             * @typedef {Object} vigia.v1.VolumeMetric.$Properties
             * @property {string|null} [mount] VolumeMetric mount
             * @property {string|null} [filesystem] VolumeMetric filesystem
             * @property {number|null} [totalBytes] VolumeMetric totalBytes
             * @property {number|null} [usedBytes] VolumeMetric usedBytes
             * @property {number|null} [freeBytes] VolumeMetric freeBytes
             * @property {number|null} [inodesTotal] VolumeMetric inodesTotal
             * @property {number|null} [inodesUsed] VolumeMetric inodesUsed
             * @property {boolean|null} [readOnly] VolumeMetric readOnly
             * @property {boolean|null} [removable] VolumeMetric removable
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VolumeMetric.
             * @memberof vigia.v1
             * @interface IVolumeMetric
             * @augments vigia.v1.VolumeMetric.$Properties
             * @deprecated Use vigia.v1.VolumeMetric.$Properties instead.
             */

            /**
             * Shape of a VolumeMetric.
             * @typedef {vigia.v1.VolumeMetric.$Properties} vigia.v1.VolumeMetric.$Shape
             */

            /**
             * Constructs a new VolumeMetric.
             * @memberof vigia.v1
             * @classdesc Represents a VolumeMetric.
             * @constructor
             * @param {vigia.v1.VolumeMetric.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VolumeMetric = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VolumeMetric mount.
             * @member {string} mount
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.mount = "";

            /**
             * VolumeMetric filesystem.
             * @member {string} filesystem
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.filesystem = "";

            /**
             * VolumeMetric totalBytes.
             * @member {number} totalBytes
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * VolumeMetric usedBytes.
             * @member {number} usedBytes
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.usedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * VolumeMetric freeBytes.
             * @member {number} freeBytes
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.freeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * VolumeMetric inodesTotal.
             * @member {number} inodesTotal
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.inodesTotal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * VolumeMetric inodesUsed.
             * @member {number} inodesUsed
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.inodesUsed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * VolumeMetric readOnly.
             * @member {boolean} readOnly
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.readOnly = false;

            /**
             * VolumeMetric removable.
             * @member {boolean} removable
             * @memberof vigia.v1.VolumeMetric
             * @instance
             */
            VolumeMetric.prototype.removable = false;

            /**
             * Creates a new VolumeMetric instance using the specified properties.
             * @function create
             * @memberof vigia.v1.VolumeMetric
             * @static
             * @param {vigia.v1.VolumeMetric.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.VolumeMetric} VolumeMetric instance
             * @type {{
             *   (properties: vigia.v1.VolumeMetric.$Shape): vigia.v1.VolumeMetric & vigia.v1.VolumeMetric.$Shape;
             *   (properties?: vigia.v1.VolumeMetric.$Properties): vigia.v1.VolumeMetric;
             * }}
             */
            VolumeMetric.create = function(properties) {
                return new VolumeMetric(properties);
            };

            /**
             * Encodes the specified VolumeMetric message. Does not implicitly {@link vigia.v1.VolumeMetric.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.VolumeMetric
             * @static
             * @param {vigia.v1.VolumeMetric.$Properties} message VolumeMetric message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VolumeMetric.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mount != null && $Object.hasOwnProperty.call(message, "mount") && message.mount !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.mount);
                if (message.filesystem != null && $Object.hasOwnProperty.call(message, "filesystem") && message.filesystem !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.filesystem);
                if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes") && (typeof message.totalBytes === "object" ? message.totalBytes.low || message.totalBytes.high : message.totalBytes !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.totalBytes);
                if (message.usedBytes != null && $Object.hasOwnProperty.call(message, "usedBytes") && (typeof message.usedBytes === "object" ? message.usedBytes.low || message.usedBytes.high : message.usedBytes !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.usedBytes);
                if (message.freeBytes != null && $Object.hasOwnProperty.call(message, "freeBytes") && (typeof message.freeBytes === "object" ? message.freeBytes.low || message.freeBytes.high : message.freeBytes !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.freeBytes);
                if (message.inodesTotal != null && $Object.hasOwnProperty.call(message, "inodesTotal") && (typeof message.inodesTotal === "object" ? message.inodesTotal.low || message.inodesTotal.high : message.inodesTotal !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.inodesTotal);
                if (message.inodesUsed != null && $Object.hasOwnProperty.call(message, "inodesUsed") && (typeof message.inodesUsed === "object" ? message.inodesUsed.low || message.inodesUsed.high : message.inodesUsed !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.inodesUsed);
                if (message.readOnly != null && $Object.hasOwnProperty.call(message, "readOnly") && message.readOnly !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.readOnly);
                if (message.removable != null && $Object.hasOwnProperty.call(message, "removable") && message.removable !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.removable);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VolumeMetric message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.VolumeMetric
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.VolumeMetric & vigia.v1.VolumeMetric.$Shape} VolumeMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VolumeMetric.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.VolumeMetric();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mount = value;
                            else
                                delete message.mount;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.filesystem = value;
                            else
                                delete message.filesystem;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.totalBytes = value;
                            else
                                delete message.totalBytes;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.usedBytes = value;
                            else
                                delete message.usedBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.freeBytes = value;
                            else
                                delete message.freeBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.inodesTotal = value;
                            else
                                delete message.inodesTotal;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.inodesUsed = value;
                            else
                                delete message.inodesUsed;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.readOnly = value;
                            else
                                delete message.readOnly;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.removable = value;
                            else
                                delete message.removable;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a VolumeMetric message.
             * @function verify
             * @memberof vigia.v1.VolumeMetric
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            VolumeMetric.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.mount != null && $Object.hasOwnProperty.call(message, "mount"))
                    if (!$util.isString(message.mount))
                        return "mount: string expected";
                if (message.filesystem != null && $Object.hasOwnProperty.call(message, "filesystem"))
                    if (!$util.isString(message.filesystem))
                        return "filesystem: string expected";
                if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes"))
                    if (!$util.isInteger(message.totalBytes) && !(message.totalBytes && $util.isInteger(message.totalBytes.low) && $util.isInteger(message.totalBytes.high)))
                        return "totalBytes: integer|Long expected";
                if (message.usedBytes != null && $Object.hasOwnProperty.call(message, "usedBytes"))
                    if (!$util.isInteger(message.usedBytes) && !(message.usedBytes && $util.isInteger(message.usedBytes.low) && $util.isInteger(message.usedBytes.high)))
                        return "usedBytes: integer|Long expected";
                if (message.freeBytes != null && $Object.hasOwnProperty.call(message, "freeBytes"))
                    if (!$util.isInteger(message.freeBytes) && !(message.freeBytes && $util.isInteger(message.freeBytes.low) && $util.isInteger(message.freeBytes.high)))
                        return "freeBytes: integer|Long expected";
                if (message.inodesTotal != null && $Object.hasOwnProperty.call(message, "inodesTotal"))
                    if (!$util.isInteger(message.inodesTotal) && !(message.inodesTotal && $util.isInteger(message.inodesTotal.low) && $util.isInteger(message.inodesTotal.high)))
                        return "inodesTotal: integer|Long expected";
                if (message.inodesUsed != null && $Object.hasOwnProperty.call(message, "inodesUsed"))
                    if (!$util.isInteger(message.inodesUsed) && !(message.inodesUsed && $util.isInteger(message.inodesUsed.low) && $util.isInteger(message.inodesUsed.high)))
                        return "inodesUsed: integer|Long expected";
                if (message.readOnly != null && $Object.hasOwnProperty.call(message, "readOnly"))
                    if (typeof message.readOnly !== "boolean")
                        return "readOnly: boolean expected";
                if (message.removable != null && $Object.hasOwnProperty.call(message, "removable"))
                    if (typeof message.removable !== "boolean")
                        return "removable: boolean expected";
                return null;
            };

            /**
             * Gets the type url for VolumeMetric
             * @function getTypeUrl
             * @memberof vigia.v1.VolumeMetric
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            VolumeMetric.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.VolumeMetric";
            };

            return VolumeMetric;
        })();

        v1.DiskMetric = (function() {

            /**
             * Properties of a DiskMetric.
             * @typedef {Object} vigia.v1.DiskMetric.$Properties
             * @property {string|null} [device] DiskMetric device
             * @property {number|null} [readBytesPerSecond] DiskMetric readBytesPerSecond
             * @property {number|null} [writtenBytesPerSecond] DiskMetric writtenBytesPerSecond
             * @property {number|null} [busy] DiskMetric busy
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DiskMetric.
             * @memberof vigia.v1
             * @interface IDiskMetric
             * @augments vigia.v1.DiskMetric.$Properties
             * @deprecated Use vigia.v1.DiskMetric.$Properties instead.
             */

            /**
             * Shape of a DiskMetric.
             * @typedef {vigia.v1.DiskMetric.$Properties} vigia.v1.DiskMetric.$Shape
             */

            /**
             * Constructs a new DiskMetric.
             * @memberof vigia.v1
             * @classdesc Represents a DiskMetric.
             * @constructor
             * @param {vigia.v1.DiskMetric.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DiskMetric = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DiskMetric device.
             * @member {string} device
             * @memberof vigia.v1.DiskMetric
             * @instance
             */
            DiskMetric.prototype.device = "";

            /**
             * DiskMetric readBytesPerSecond.
             * @member {number} readBytesPerSecond
             * @memberof vigia.v1.DiskMetric
             * @instance
             */
            DiskMetric.prototype.readBytesPerSecond = 0;

            /**
             * DiskMetric writtenBytesPerSecond.
             * @member {number} writtenBytesPerSecond
             * @memberof vigia.v1.DiskMetric
             * @instance
             */
            DiskMetric.prototype.writtenBytesPerSecond = 0;

            /**
             * DiskMetric busy.
             * @member {number} busy
             * @memberof vigia.v1.DiskMetric
             * @instance
             */
            DiskMetric.prototype.busy = 0;

            /**
             * Creates a new DiskMetric instance using the specified properties.
             * @function create
             * @memberof vigia.v1.DiskMetric
             * @static
             * @param {vigia.v1.DiskMetric.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.DiskMetric} DiskMetric instance
             * @type {{
             *   (properties: vigia.v1.DiskMetric.$Shape): vigia.v1.DiskMetric & vigia.v1.DiskMetric.$Shape;
             *   (properties?: vigia.v1.DiskMetric.$Properties): vigia.v1.DiskMetric;
             * }}
             */
            DiskMetric.create = function(properties) {
                return new DiskMetric(properties);
            };

            /**
             * Encodes the specified DiskMetric message. Does not implicitly {@link vigia.v1.DiskMetric.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.DiskMetric
             * @static
             * @param {vigia.v1.DiskMetric.$Properties} message DiskMetric message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DiskMetric.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device);
                if (message.readBytesPerSecond != null && $Object.hasOwnProperty.call(message, "readBytesPerSecond") && !$Object.is(message.readBytesPerSecond, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.readBytesPerSecond);
                if (message.writtenBytesPerSecond != null && $Object.hasOwnProperty.call(message, "writtenBytesPerSecond") && !$Object.is(message.writtenBytesPerSecond, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.writtenBytesPerSecond);
                if (message.busy != null && $Object.hasOwnProperty.call(message, "busy") && !$Object.is(message.busy, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.busy);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DiskMetric message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.DiskMetric
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.DiskMetric & vigia.v1.DiskMetric.$Shape} DiskMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DiskMetric.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.DiskMetric();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.readBytesPerSecond = value;
                            else
                                delete message.readBytesPerSecond;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.writtenBytesPerSecond = value;
                            else
                                delete message.writtenBytesPerSecond;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.busy = value;
                            else
                                delete message.busy;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a DiskMetric message.
             * @function verify
             * @memberof vigia.v1.DiskMetric
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DiskMetric.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    if (!$util.isString(message.device))
                        return "device: string expected";
                if (message.readBytesPerSecond != null && $Object.hasOwnProperty.call(message, "readBytesPerSecond"))
                    if (typeof message.readBytesPerSecond !== "number")
                        return "readBytesPerSecond: number expected";
                if (message.writtenBytesPerSecond != null && $Object.hasOwnProperty.call(message, "writtenBytesPerSecond"))
                    if (typeof message.writtenBytesPerSecond !== "number")
                        return "writtenBytesPerSecond: number expected";
                if (message.busy != null && $Object.hasOwnProperty.call(message, "busy"))
                    if (typeof message.busy !== "number")
                        return "busy: number expected";
                return null;
            };

            /**
             * Gets the type url for DiskMetric
             * @function getTypeUrl
             * @memberof vigia.v1.DiskMetric
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            DiskMetric.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.DiskMetric";
            };

            return DiskMetric;
        })();

        v1.InterfaceMetric = (function() {

            /**
             * Properties of an InterfaceMetric.
             * @typedef {Object} vigia.v1.InterfaceMetric.$Properties
             * @property {string|null} [name] InterfaceMetric name
             * @property {number|null} [receivedBytesPerSecond] InterfaceMetric receivedBytesPerSecond
             * @property {number|null} [sentBytesPerSecond] InterfaceMetric sentBytesPerSecond
             * @property {number|null} [errorsPerSecond] InterfaceMetric errorsPerSecond
             * @property {boolean|null} [up] InterfaceMetric up
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an InterfaceMetric.
             * @memberof vigia.v1
             * @interface IInterfaceMetric
             * @augments vigia.v1.InterfaceMetric.$Properties
             * @deprecated Use vigia.v1.InterfaceMetric.$Properties instead.
             */

            /**
             * Shape of an InterfaceMetric.
             * @typedef {vigia.v1.InterfaceMetric.$Properties} vigia.v1.InterfaceMetric.$Shape
             */

            /**
             * Constructs a new InterfaceMetric.
             * @memberof vigia.v1
             * @classdesc Represents an InterfaceMetric.
             * @constructor
             * @param {vigia.v1.InterfaceMetric.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const InterfaceMetric = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * InterfaceMetric name.
             * @member {string} name
             * @memberof vigia.v1.InterfaceMetric
             * @instance
             */
            InterfaceMetric.prototype.name = "";

            /**
             * InterfaceMetric receivedBytesPerSecond.
             * @member {number} receivedBytesPerSecond
             * @memberof vigia.v1.InterfaceMetric
             * @instance
             */
            InterfaceMetric.prototype.receivedBytesPerSecond = 0;

            /**
             * InterfaceMetric sentBytesPerSecond.
             * @member {number} sentBytesPerSecond
             * @memberof vigia.v1.InterfaceMetric
             * @instance
             */
            InterfaceMetric.prototype.sentBytesPerSecond = 0;

            /**
             * InterfaceMetric errorsPerSecond.
             * @member {number} errorsPerSecond
             * @memberof vigia.v1.InterfaceMetric
             * @instance
             */
            InterfaceMetric.prototype.errorsPerSecond = 0;

            /**
             * InterfaceMetric up.
             * @member {boolean} up
             * @memberof vigia.v1.InterfaceMetric
             * @instance
             */
            InterfaceMetric.prototype.up = false;

            /**
             * Creates a new InterfaceMetric instance using the specified properties.
             * @function create
             * @memberof vigia.v1.InterfaceMetric
             * @static
             * @param {vigia.v1.InterfaceMetric.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.InterfaceMetric} InterfaceMetric instance
             * @type {{
             *   (properties: vigia.v1.InterfaceMetric.$Shape): vigia.v1.InterfaceMetric & vigia.v1.InterfaceMetric.$Shape;
             *   (properties?: vigia.v1.InterfaceMetric.$Properties): vigia.v1.InterfaceMetric;
             * }}
             */
            InterfaceMetric.create = function(properties) {
                return new InterfaceMetric(properties);
            };

            /**
             * Encodes the specified InterfaceMetric message. Does not implicitly {@link vigia.v1.InterfaceMetric.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.InterfaceMetric
             * @static
             * @param {vigia.v1.InterfaceMetric.$Properties} message InterfaceMetric message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            InterfaceMetric.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.receivedBytesPerSecond != null && $Object.hasOwnProperty.call(message, "receivedBytesPerSecond") && !$Object.is(message.receivedBytesPerSecond, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.receivedBytesPerSecond);
                if (message.sentBytesPerSecond != null && $Object.hasOwnProperty.call(message, "sentBytesPerSecond") && !$Object.is(message.sentBytesPerSecond, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.sentBytesPerSecond);
                if (message.errorsPerSecond != null && $Object.hasOwnProperty.call(message, "errorsPerSecond") && !$Object.is(message.errorsPerSecond, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.errorsPerSecond);
                if (message.up != null && $Object.hasOwnProperty.call(message, "up") && message.up !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.up);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an InterfaceMetric message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.InterfaceMetric
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.InterfaceMetric & vigia.v1.InterfaceMetric.$Shape} InterfaceMetric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            InterfaceMetric.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.InterfaceMetric();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.receivedBytesPerSecond = value;
                            else
                                delete message.receivedBytesPerSecond;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sentBytesPerSecond = value;
                            else
                                delete message.sentBytesPerSecond;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.errorsPerSecond = value;
                            else
                                delete message.errorsPerSecond;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.up = value;
                            else
                                delete message.up;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an InterfaceMetric message.
             * @function verify
             * @memberof vigia.v1.InterfaceMetric
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            InterfaceMetric.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.receivedBytesPerSecond != null && $Object.hasOwnProperty.call(message, "receivedBytesPerSecond"))
                    if (typeof message.receivedBytesPerSecond !== "number")
                        return "receivedBytesPerSecond: number expected";
                if (message.sentBytesPerSecond != null && $Object.hasOwnProperty.call(message, "sentBytesPerSecond"))
                    if (typeof message.sentBytesPerSecond !== "number")
                        return "sentBytesPerSecond: number expected";
                if (message.errorsPerSecond != null && $Object.hasOwnProperty.call(message, "errorsPerSecond"))
                    if (typeof message.errorsPerSecond !== "number")
                        return "errorsPerSecond: number expected";
                if (message.up != null && $Object.hasOwnProperty.call(message, "up"))
                    if (typeof message.up !== "boolean")
                        return "up: boolean expected";
                return null;
            };

            /**
             * Gets the type url for InterfaceMetric
             * @function getTypeUrl
             * @memberof vigia.v1.InterfaceMetric
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            InterfaceMetric.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.InterfaceMetric";
            };

            return InterfaceMetric;
        })();

        v1.HostFacts = (function() {

            /**
             * Properties of a HostFacts.
             * @typedef {Object} vigia.v1.HostFacts.$Properties
             * @property {string|null} [hostname] HostFacts hostname
             * @property {vigia.v1.Platform|null} [platform] HostFacts platform
             * @property {string|null} [osName] HostFacts osName
             * @property {string|null} [osVersion] HostFacts osVersion
             * @property {string|null} [kernel] HostFacts kernel
             * @property {string|null} [architecture] HostFacts architecture
             * @property {string|null} [cpuModel] HostFacts cpuModel
             * @property {number|null} [cpuCount] HostFacts cpuCount
             * @property {number|null} [memoryBytes] HostFacts memoryBytes
             * @property {number|null} [bootAtMs] HostFacts bootAtMs
             * @property {string|null} [timeZone] HostFacts timeZone
             * @property {string|null} [agentVersion] HostFacts agentVersion
             * @property {string|null} [runtimeVersion] HostFacts runtimeVersion
             * @property {Array.<string>|null} [addresses] HostFacts addresses
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HostFacts.
             * @memberof vigia.v1
             * @interface IHostFacts
             * @augments vigia.v1.HostFacts.$Properties
             * @deprecated Use vigia.v1.HostFacts.$Properties instead.
             */

            /**
             * Shape of a HostFacts.
             * @typedef {vigia.v1.HostFacts.$Properties} vigia.v1.HostFacts.$Shape
             */

            /**
             * Constructs a new HostFacts.
             * @memberof vigia.v1
             * @classdesc Represents a HostFacts.
             * @constructor
             * @param {vigia.v1.HostFacts.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HostFacts = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HostFacts hostname.
             * @member {string} hostname
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.hostname = "";

            /**
             * HostFacts platform.
             * @member {vigia.v1.Platform} platform
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.platform = 0;

            /**
             * HostFacts osName.
             * @member {string} osName
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.osName = "";

            /**
             * HostFacts osVersion.
             * @member {string} osVersion
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.osVersion = "";

            /**
             * HostFacts kernel.
             * @member {string} kernel
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.kernel = "";

            /**
             * HostFacts architecture.
             * @member {string} architecture
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.architecture = "";

            /**
             * HostFacts cpuModel.
             * @member {string} cpuModel
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.cpuModel = "";

            /**
             * HostFacts cpuCount.
             * @member {number} cpuCount
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.cpuCount = 0;

            /**
             * HostFacts memoryBytes.
             * @member {number} memoryBytes
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.memoryBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HostFacts bootAtMs.
             * @member {number} bootAtMs
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.bootAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HostFacts timeZone.
             * @member {string} timeZone
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.timeZone = "";

            /**
             * HostFacts agentVersion.
             * @member {string} agentVersion
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.agentVersion = "";

            /**
             * HostFacts runtimeVersion.
             * @member {string} runtimeVersion
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.runtimeVersion = "";

            /**
             * HostFacts addresses.
             * @member {Array.<string>} addresses
             * @memberof vigia.v1.HostFacts
             * @instance
             */
            HostFacts.prototype.addresses = $util.emptyArray;

            /**
             * Creates a new HostFacts instance using the specified properties.
             * @function create
             * @memberof vigia.v1.HostFacts
             * @static
             * @param {vigia.v1.HostFacts.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.HostFacts} HostFacts instance
             * @type {{
             *   (properties: vigia.v1.HostFacts.$Shape): vigia.v1.HostFacts & vigia.v1.HostFacts.$Shape;
             *   (properties?: vigia.v1.HostFacts.$Properties): vigia.v1.HostFacts;
             * }}
             */
            HostFacts.create = function(properties) {
                return new HostFacts(properties);
            };

            /**
             * Encodes the specified HostFacts message. Does not implicitly {@link vigia.v1.HostFacts.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.HostFacts
             * @static
             * @param {vigia.v1.HostFacts.$Properties} message HostFacts message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HostFacts.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostname);
                if (message.platform != null && $Object.hasOwnProperty.call(message, "platform") && message.platform !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.platform);
                if (message.osName != null && $Object.hasOwnProperty.call(message, "osName") && message.osName !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.osName);
                if (message.osVersion != null && $Object.hasOwnProperty.call(message, "osVersion") && message.osVersion !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.osVersion);
                if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel") && message.kernel !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.kernel);
                if (message.architecture != null && $Object.hasOwnProperty.call(message, "architecture") && message.architecture !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.architecture);
                if (message.cpuModel != null && $Object.hasOwnProperty.call(message, "cpuModel") && message.cpuModel !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.cpuModel);
                if (message.cpuCount != null && $Object.hasOwnProperty.call(message, "cpuCount") && message.cpuCount !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.cpuCount);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && (typeof message.memoryBytes === "object" ? message.memoryBytes.low || message.memoryBytes.high : message.memoryBytes !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.memoryBytes);
                if (message.bootAtMs != null && $Object.hasOwnProperty.call(message, "bootAtMs") && (typeof message.bootAtMs === "object" ? message.bootAtMs.low || message.bootAtMs.high : message.bootAtMs !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.bootAtMs);
                if (message.timeZone != null && $Object.hasOwnProperty.call(message, "timeZone") && message.timeZone !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.timeZone);
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.agentVersion);
                if (message.runtimeVersion != null && $Object.hasOwnProperty.call(message, "runtimeVersion") && message.runtimeVersion !== "")
                    writer.uint32(/* id 13, wireType 2 =*/106).string(message.runtimeVersion);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        writer.uint32(/* id 14, wireType 2 =*/114).string(message.addresses[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HostFacts message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.HostFacts
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.HostFacts & vigia.v1.HostFacts.$Shape} HostFacts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HostFacts.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.HostFacts();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostname = value;
                            else
                                delete message.hostname;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.platform = value;
                            else
                                delete message.platform;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.osName = value;
                            else
                                delete message.osName;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.osVersion = value;
                            else
                                delete message.osVersion;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kernel = value;
                            else
                                delete message.kernel;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.architecture = value;
                            else
                                delete message.architecture;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cpuModel = value;
                            else
                                delete message.cpuModel;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cpuCount = value;
                            else
                                delete message.cpuCount;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.memoryBytes = value;
                            else
                                delete message.memoryBytes;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bootAtMs = value;
                            else
                                delete message.bootAtMs;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.timeZone = value;
                            else
                                delete message.timeZone;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agentVersion = value;
                            else
                                delete message.agentVersion;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runtimeVersion = value;
                            else
                                delete message.runtimeVersion;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a HostFacts message.
             * @function verify
             * @memberof vigia.v1.HostFacts
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            HostFacts.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname"))
                    if (!$util.isString(message.hostname))
                        return "hostname: string expected";
                if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
                    if (typeof message.platform !== "number" || (message.platform | 0) !== message.platform)
                        return "platform: enum value expected";
                if (message.osName != null && $Object.hasOwnProperty.call(message, "osName"))
                    if (!$util.isString(message.osName))
                        return "osName: string expected";
                if (message.osVersion != null && $Object.hasOwnProperty.call(message, "osVersion"))
                    if (!$util.isString(message.osVersion))
                        return "osVersion: string expected";
                if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel"))
                    if (!$util.isString(message.kernel))
                        return "kernel: string expected";
                if (message.architecture != null && $Object.hasOwnProperty.call(message, "architecture"))
                    if (!$util.isString(message.architecture))
                        return "architecture: string expected";
                if (message.cpuModel != null && $Object.hasOwnProperty.call(message, "cpuModel"))
                    if (!$util.isString(message.cpuModel))
                        return "cpuModel: string expected";
                if (message.cpuCount != null && $Object.hasOwnProperty.call(message, "cpuCount"))
                    if (!$util.isInteger(message.cpuCount))
                        return "cpuCount: integer expected";
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    if (!$util.isInteger(message.memoryBytes) && !(message.memoryBytes && $util.isInteger(message.memoryBytes.low) && $util.isInteger(message.memoryBytes.high)))
                        return "memoryBytes: integer|Long expected";
                if (message.bootAtMs != null && $Object.hasOwnProperty.call(message, "bootAtMs"))
                    if (!$util.isInteger(message.bootAtMs) && !(message.bootAtMs && $util.isInteger(message.bootAtMs.low) && $util.isInteger(message.bootAtMs.high)))
                        return "bootAtMs: integer|Long expected";
                if (message.timeZone != null && $Object.hasOwnProperty.call(message, "timeZone"))
                    if (!$util.isString(message.timeZone))
                        return "timeZone: string expected";
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    if (!$util.isString(message.agentVersion))
                        return "agentVersion: string expected";
                if (message.runtimeVersion != null && $Object.hasOwnProperty.call(message, "runtimeVersion"))
                    if (!$util.isString(message.runtimeVersion))
                        return "runtimeVersion: string expected";
                if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses")) {
                    if (!$Array.isArray(message.addresses))
                        return "addresses: array expected";
                    for (let i = 0; i < message.addresses.length; ++i)
                        if (!$util.isString(message.addresses[i]))
                            return "addresses: string[] expected";
                }
                return null;
            };

            /**
             * Gets the type url for HostFacts
             * @function getTypeUrl
             * @memberof vigia.v1.HostFacts
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            HostFacts.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.HostFacts";
            };

            return HostFacts;
        })();

        /**
         * Platform enum.
         * @name vigia.v1.Platform
         * @enum {number}
         * @property {number} PLATFORM_UNSPECIFIED=0 PLATFORM_UNSPECIFIED value
         * @property {number} PLATFORM_LINUX=1 PLATFORM_LINUX value
         * @property {number} PLATFORM_WINDOWS=2 PLATFORM_WINDOWS value
         * @property {number} PLATFORM_MACOS=3 PLATFORM_MACOS value
         */
        v1.Platform = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PLATFORM_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PLATFORM_LINUX"] = 1;
            values[valuesById[2] = "PLATFORM_WINDOWS"] = 2;
            values[valuesById[3] = "PLATFORM_MACOS"] = 3;
            return values;
        })();

        v1.CollectorStatus = (function() {

            /**
             * Properties of a CollectorStatus.
             * @typedef {Object} vigia.v1.CollectorStatus.$Properties
             * @property {string|null} [collector] CollectorStatus collector
             * @property {vigia.v1.CollectorState|null} [state] CollectorStatus state
             * @property {string|null} [reason] CollectorStatus reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CollectorStatus.
             * @memberof vigia.v1
             * @interface ICollectorStatus
             * @augments vigia.v1.CollectorStatus.$Properties
             * @deprecated Use vigia.v1.CollectorStatus.$Properties instead.
             */

            /**
             * Shape of a CollectorStatus.
             * @typedef {vigia.v1.CollectorStatus.$Properties} vigia.v1.CollectorStatus.$Shape
             */

            /**
             * Constructs a new CollectorStatus.
             * @memberof vigia.v1
             * @classdesc Represents a CollectorStatus.
             * @constructor
             * @param {vigia.v1.CollectorStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CollectorStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CollectorStatus collector.
             * @member {string} collector
             * @memberof vigia.v1.CollectorStatus
             * @instance
             */
            CollectorStatus.prototype.collector = "";

            /**
             * CollectorStatus state.
             * @member {vigia.v1.CollectorState} state
             * @memberof vigia.v1.CollectorStatus
             * @instance
             */
            CollectorStatus.prototype.state = 0;

            /**
             * CollectorStatus reason.
             * @member {string} reason
             * @memberof vigia.v1.CollectorStatus
             * @instance
             */
            CollectorStatus.prototype.reason = "";

            /**
             * Creates a new CollectorStatus instance using the specified properties.
             * @function create
             * @memberof vigia.v1.CollectorStatus
             * @static
             * @param {vigia.v1.CollectorStatus.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.CollectorStatus} CollectorStatus instance
             * @type {{
             *   (properties: vigia.v1.CollectorStatus.$Shape): vigia.v1.CollectorStatus & vigia.v1.CollectorStatus.$Shape;
             *   (properties?: vigia.v1.CollectorStatus.$Properties): vigia.v1.CollectorStatus;
             * }}
             */
            CollectorStatus.create = function(properties) {
                return new CollectorStatus(properties);
            };

            /**
             * Encodes the specified CollectorStatus message. Does not implicitly {@link vigia.v1.CollectorStatus.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.CollectorStatus
             * @static
             * @param {vigia.v1.CollectorStatus.$Properties} message CollectorStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CollectorStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.collector != null && $Object.hasOwnProperty.call(message, "collector") && message.collector !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.collector);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.state);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CollectorStatus message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.CollectorStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.CollectorStatus & vigia.v1.CollectorStatus.$Shape} CollectorStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CollectorStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.CollectorStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collector = value;
                            else
                                delete message.collector;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a CollectorStatus message.
             * @function verify
             * @memberof vigia.v1.CollectorStatus
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            CollectorStatus.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.collector != null && $Object.hasOwnProperty.call(message, "collector"))
                    if (!$util.isString(message.collector))
                        return "collector: string expected";
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    if (typeof message.state !== "number" || (message.state | 0) !== message.state)
                        return "state: enum value expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            /**
             * Gets the type url for CollectorStatus
             * @function getTypeUrl
             * @memberof vigia.v1.CollectorStatus
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            CollectorStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.CollectorStatus";
            };

            return CollectorStatus;
        })();

        /**
         * CollectorState enum.
         * @name vigia.v1.CollectorState
         * @enum {number}
         * @property {number} COLLECTOR_STATE_UNSPECIFIED=0 COLLECTOR_STATE_UNSPECIFIED value
         * @property {number} COLLECTOR_STATE_OK=1 COLLECTOR_STATE_OK value
         * @property {number} COLLECTOR_STATE_FAILED=2 COLLECTOR_STATE_FAILED value
         * @property {number} COLLECTOR_STATE_UNSUPPORTED=3 COLLECTOR_STATE_UNSUPPORTED value
         */
        v1.CollectorState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "COLLECTOR_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "COLLECTOR_STATE_OK"] = 1;
            values[valuesById[2] = "COLLECTOR_STATE_FAILED"] = 2;
            values[valuesById[3] = "COLLECTOR_STATE_UNSUPPORTED"] = 3;
            return values;
        })();

        v1.Enroll = (function() {

            /**
             * Properties of an Enroll.
             * @typedef {Object} vigia.v1.Enroll.$Properties
             * @property {Uint8Array|null} [statement] Enroll statement
             * @property {Uint8Array|null} [signature] Enroll signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enroll.
             * @memberof vigia.v1
             * @interface IEnroll
             * @augments vigia.v1.Enroll.$Properties
             * @deprecated Use vigia.v1.Enroll.$Properties instead.
             */

            /**
             * Shape of an Enroll.
             * @typedef {vigia.v1.Enroll.$Properties} vigia.v1.Enroll.$Shape
             */

            /**
             * Constructs a new Enroll.
             * @memberof vigia.v1
             * @classdesc Represents an Enroll.
             * @constructor
             * @param {vigia.v1.Enroll.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enroll = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enroll statement.
             * @member {Uint8Array} statement
             * @memberof vigia.v1.Enroll
             * @instance
             */
            Enroll.prototype.statement = $util.newBuffer([]);

            /**
             * Enroll signature.
             * @member {Uint8Array} signature
             * @memberof vigia.v1.Enroll
             * @instance
             */
            Enroll.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Enroll instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Enroll
             * @static
             * @param {vigia.v1.Enroll.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Enroll} Enroll instance
             * @type {{
             *   (properties: vigia.v1.Enroll.$Shape): vigia.v1.Enroll & vigia.v1.Enroll.$Shape;
             *   (properties?: vigia.v1.Enroll.$Properties): vigia.v1.Enroll;
             * }}
             */
            Enroll.create = function(properties) {
                return new Enroll(properties);
            };

            /**
             * Encodes the specified Enroll message. Does not implicitly {@link vigia.v1.Enroll.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Enroll
             * @static
             * @param {vigia.v1.Enroll.$Properties} message Enroll message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enroll.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement") && message.statement.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.statement);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enroll message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Enroll
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Enroll & vigia.v1.Enroll.$Shape} Enroll
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enroll.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Enroll();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.statement = value;
                            else
                                delete message.statement;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Enroll message.
             * @function verify
             * @memberof vigia.v1.Enroll
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Enroll.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement"))
                    if (!(message.statement && typeof message.statement.length === "number" || $util.isString(message.statement)))
                        return "statement: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            /**
             * Gets the type url for Enroll
             * @function getTypeUrl
             * @memberof vigia.v1.Enroll
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Enroll.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Enroll";
            };

            return Enroll;
        })();

        v1.EnrollStatement = (function() {

            /**
             * Properties of an EnrollStatement.
             * @typedef {Object} vigia.v1.EnrollStatement.$Properties
             * @property {string|null} [token] EnrollStatement token
             * @property {Uint8Array|null} [publicKey] EnrollStatement publicKey
             * @property {Uint8Array|null} [agentNonce] EnrollStatement agentNonce
             * @property {vigia.v1.HostFacts.$Properties|null} [host] EnrollStatement host
             * @property {string|null} [agentVersion] EnrollStatement agentVersion
             * @property {number|null} [protocolVersion] EnrollStatement protocolVersion
             * @property {Uint8Array|null} [hardwareHint] EnrollStatement hardwareHint
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EnrollStatement.
             * @memberof vigia.v1
             * @interface IEnrollStatement
             * @augments vigia.v1.EnrollStatement.$Properties
             * @deprecated Use vigia.v1.EnrollStatement.$Properties instead.
             */

            /**
             * Shape of an EnrollStatement.
             * @typedef {vigia.v1.EnrollStatement.$Properties} vigia.v1.EnrollStatement.$Shape
             */

            /**
             * Constructs a new EnrollStatement.
             * @memberof vigia.v1
             * @classdesc Represents an EnrollStatement.
             * @constructor
             * @param {vigia.v1.EnrollStatement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EnrollStatement = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EnrollStatement token.
             * @member {string} token
             * @memberof vigia.v1.EnrollStatement
             * @instance
             */
            EnrollStatement.prototype.token = "";

            /**
             * EnrollStatement publicKey.
             * @member {Uint8Array} publicKey
             * @memberof vigia.v1.EnrollStatement
             * @instance
             */
            EnrollStatement.prototype.publicKey = $util.newBuffer([]);

            /**
             * EnrollStatement agentNonce.
             * @member {Uint8Array} agentNonce
             * @memberof vigia.v1.EnrollStatement
             * @instance
             */
            EnrollStatement.prototype.agentNonce = $util.newBuffer([]);

            /**
             * EnrollStatement host.
             * @member {vigia.v1.HostFacts.$Properties|null|undefined} host
             * @memberof vigia.v1.EnrollStatement
             * @instance
             */
            EnrollStatement.prototype.host = null;

            /**
             * EnrollStatement agentVersion.
             * @member {string} agentVersion
             * @memberof vigia.v1.EnrollStatement
             * @instance
             */
            EnrollStatement.prototype.agentVersion = "";

            /**
             * EnrollStatement protocolVersion.
             * @member {number} protocolVersion
             * @memberof vigia.v1.EnrollStatement
             * @instance
             */
            EnrollStatement.prototype.protocolVersion = 0;

            /**
             * EnrollStatement hardwareHint.
             * @member {Uint8Array} hardwareHint
             * @memberof vigia.v1.EnrollStatement
             * @instance
             */
            EnrollStatement.prototype.hardwareHint = $util.newBuffer([]);

            /**
             * Creates a new EnrollStatement instance using the specified properties.
             * @function create
             * @memberof vigia.v1.EnrollStatement
             * @static
             * @param {vigia.v1.EnrollStatement.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.EnrollStatement} EnrollStatement instance
             * @type {{
             *   (properties: vigia.v1.EnrollStatement.$Shape): vigia.v1.EnrollStatement & vigia.v1.EnrollStatement.$Shape;
             *   (properties?: vigia.v1.EnrollStatement.$Properties): vigia.v1.EnrollStatement;
             * }}
             */
            EnrollStatement.create = function(properties) {
                return new EnrollStatement(properties);
            };

            /**
             * Encodes the specified EnrollStatement message. Does not implicitly {@link vigia.v1.EnrollStatement.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.EnrollStatement
             * @static
             * @param {vigia.v1.EnrollStatement.$Properties} message EnrollStatement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EnrollStatement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.token);
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.publicKey);
                if (message.agentNonce != null && $Object.hasOwnProperty.call(message, "agentNonce") && message.agentNonce.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.agentNonce);
                if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                    $root.vigia.v1.HostFacts.encode(message.host, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.agentVersion);
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.protocolVersion);
                if (message.hardwareHint != null && $Object.hasOwnProperty.call(message, "hardwareHint") && message.hardwareHint.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.hardwareHint);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EnrollStatement message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.EnrollStatement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.EnrollStatement & vigia.v1.EnrollStatement.$Shape} EnrollStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EnrollStatement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.EnrollStatement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.agentNonce = value;
                            else
                                delete message.agentNonce;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.host = $root.vigia.v1.HostFacts.decode(reader, reader.size(), $undefined, _depth + 1, message.host);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agentVersion = value;
                            else
                                delete message.agentVersion;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hardwareHint = value;
                            else
                                delete message.hardwareHint;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an EnrollStatement message.
             * @function verify
             * @memberof vigia.v1.EnrollStatement
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            EnrollStatement.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    if (!$util.isString(message.token))
                        return "token: string expected";
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey"))
                    if (!(message.publicKey && typeof message.publicKey.length === "number" || $util.isString(message.publicKey)))
                        return "publicKey: buffer expected";
                if (message.agentNonce != null && $Object.hasOwnProperty.call(message, "agentNonce"))
                    if (!(message.agentNonce && typeof message.agentNonce.length === "number" || $util.isString(message.agentNonce)))
                        return "agentNonce: buffer expected";
                if (message.host != null && $Object.hasOwnProperty.call(message, "host")) {
                    let error = $root.vigia.v1.HostFacts.verify(message.host, _depth + 1);
                    if (error)
                        return "host." + error;
                }
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    if (!$util.isString(message.agentVersion))
                        return "agentVersion: string expected";
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion"))
                    if (!$util.isInteger(message.protocolVersion))
                        return "protocolVersion: integer expected";
                if (message.hardwareHint != null && $Object.hasOwnProperty.call(message, "hardwareHint"))
                    if (!(message.hardwareHint && typeof message.hardwareHint.length === "number" || $util.isString(message.hardwareHint)))
                        return "hardwareHint: buffer expected";
                return null;
            };

            /**
             * Gets the type url for EnrollStatement
             * @function getTypeUrl
             * @memberof vigia.v1.EnrollStatement
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EnrollStatement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.EnrollStatement";
            };

            return EnrollStatement;
        })();

        v1.Enrolled = (function() {

            /**
             * Properties of an Enrolled.
             * @typedef {Object} vigia.v1.Enrolled.$Properties
             * @property {Uint8Array|null} [statement] Enrolled statement
             * @property {Uint8Array|null} [signature] Enrolled signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enrolled.
             * @memberof vigia.v1
             * @interface IEnrolled
             * @augments vigia.v1.Enrolled.$Properties
             * @deprecated Use vigia.v1.Enrolled.$Properties instead.
             */

            /**
             * Shape of an Enrolled.
             * @typedef {vigia.v1.Enrolled.$Properties} vigia.v1.Enrolled.$Shape
             */

            /**
             * Constructs a new Enrolled.
             * @memberof vigia.v1
             * @classdesc Represents an Enrolled.
             * @constructor
             * @param {vigia.v1.Enrolled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enrolled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enrolled statement.
             * @member {Uint8Array} statement
             * @memberof vigia.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.statement = $util.newBuffer([]);

            /**
             * Enrolled signature.
             * @member {Uint8Array} signature
             * @memberof vigia.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Enrolled instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Enrolled
             * @static
             * @param {vigia.v1.Enrolled.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Enrolled} Enrolled instance
             * @type {{
             *   (properties: vigia.v1.Enrolled.$Shape): vigia.v1.Enrolled & vigia.v1.Enrolled.$Shape;
             *   (properties?: vigia.v1.Enrolled.$Properties): vigia.v1.Enrolled;
             * }}
             */
            Enrolled.create = function(properties) {
                return new Enrolled(properties);
            };

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link vigia.v1.Enrolled.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Enrolled
             * @static
             * @param {vigia.v1.Enrolled.$Properties} message Enrolled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enrolled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement") && message.statement.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.statement);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Enrolled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Enrolled & vigia.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enrolled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Enrolled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.statement = value;
                            else
                                delete message.statement;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Enrolled message.
             * @function verify
             * @memberof vigia.v1.Enrolled
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Enrolled.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement"))
                    if (!(message.statement && typeof message.statement.length === "number" || $util.isString(message.statement)))
                        return "statement: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            /**
             * Gets the type url for Enrolled
             * @function getTypeUrl
             * @memberof vigia.v1.Enrolled
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Enrolled.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Enrolled";
            };

            return Enrolled;
        })();

        v1.EnrolledStatement = (function() {

            /**
             * Properties of an EnrolledStatement.
             * @typedef {Object} vigia.v1.EnrolledStatement.$Properties
             * @property {Uint8Array|null} [organizationId] EnrolledStatement organizationId
             * @property {Uint8Array|null} [agentId] EnrolledStatement agentId
             * @property {Uint8Array|null} [resourceId] EnrolledStatement resourceId
             * @property {vigia.v1.AgentState|null} [state] EnrolledStatement state
             * @property {Uint8Array|null} [identityKey] EnrolledStatement identityKey
             * @property {Uint8Array|null} [recoveryKey] EnrolledStatement recoveryKey
             * @property {Uint8Array|null} [signerKey] EnrolledStatement signerKey
             * @property {vigia.v1.SignedRoster.$Properties|null} [roster] EnrolledStatement roster
             * @property {string|null} [organizationName] EnrolledStatement organizationName
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EnrolledStatement.
             * @memberof vigia.v1
             * @interface IEnrolledStatement
             * @augments vigia.v1.EnrolledStatement.$Properties
             * @deprecated Use vigia.v1.EnrolledStatement.$Properties instead.
             */

            /**
             * Shape of an EnrolledStatement.
             * @typedef {vigia.v1.EnrolledStatement.$Properties} vigia.v1.EnrolledStatement.$Shape
             */

            /**
             * Constructs a new EnrolledStatement.
             * @memberof vigia.v1
             * @classdesc Represents an EnrolledStatement.
             * @constructor
             * @param {vigia.v1.EnrolledStatement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EnrolledStatement = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EnrolledStatement organizationId.
             * @member {Uint8Array} organizationId
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.organizationId = $util.newBuffer([]);

            /**
             * EnrolledStatement agentId.
             * @member {Uint8Array} agentId
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.agentId = $util.newBuffer([]);

            /**
             * EnrolledStatement resourceId.
             * @member {Uint8Array} resourceId
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.resourceId = $util.newBuffer([]);

            /**
             * EnrolledStatement state.
             * @member {vigia.v1.AgentState} state
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.state = 0;

            /**
             * EnrolledStatement identityKey.
             * @member {Uint8Array} identityKey
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.identityKey = $util.newBuffer([]);

            /**
             * EnrolledStatement recoveryKey.
             * @member {Uint8Array} recoveryKey
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.recoveryKey = $util.newBuffer([]);

            /**
             * EnrolledStatement signerKey.
             * @member {Uint8Array} signerKey
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.signerKey = $util.newBuffer([]);

            /**
             * EnrolledStatement roster.
             * @member {vigia.v1.SignedRoster.$Properties|null|undefined} roster
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.roster = null;

            /**
             * EnrolledStatement organizationName.
             * @member {string} organizationName
             * @memberof vigia.v1.EnrolledStatement
             * @instance
             */
            EnrolledStatement.prototype.organizationName = "";

            /**
             * Creates a new EnrolledStatement instance using the specified properties.
             * @function create
             * @memberof vigia.v1.EnrolledStatement
             * @static
             * @param {vigia.v1.EnrolledStatement.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.EnrolledStatement} EnrolledStatement instance
             * @type {{
             *   (properties: vigia.v1.EnrolledStatement.$Shape): vigia.v1.EnrolledStatement & vigia.v1.EnrolledStatement.$Shape;
             *   (properties?: vigia.v1.EnrolledStatement.$Properties): vigia.v1.EnrolledStatement;
             * }}
             */
            EnrolledStatement.create = function(properties) {
                return new EnrolledStatement(properties);
            };

            /**
             * Encodes the specified EnrolledStatement message. Does not implicitly {@link vigia.v1.EnrolledStatement.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.EnrolledStatement
             * @static
             * @param {vigia.v1.EnrolledStatement.$Properties} message EnrolledStatement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EnrolledStatement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.organizationId != null && $Object.hasOwnProperty.call(message, "organizationId") && message.organizationId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.organizationId);
                if (message.agentId != null && $Object.hasOwnProperty.call(message, "agentId") && message.agentId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.agentId);
                if (message.resourceId != null && $Object.hasOwnProperty.call(message, "resourceId") && message.resourceId.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.resourceId);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.state);
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey") && message.identityKey.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.identityKey);
                if (message.recoveryKey != null && $Object.hasOwnProperty.call(message, "recoveryKey") && message.recoveryKey.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.recoveryKey);
                if (message.signerKey != null && $Object.hasOwnProperty.call(message, "signerKey") && message.signerKey.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.signerKey);
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster"))
                    $root.vigia.v1.SignedRoster.encode(message.roster, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.organizationName != null && $Object.hasOwnProperty.call(message, "organizationName") && message.organizationName !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.organizationName);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EnrolledStatement message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.EnrolledStatement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.EnrolledStatement & vigia.v1.EnrolledStatement.$Shape} EnrolledStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EnrolledStatement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.EnrolledStatement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.organizationId = value;
                            else
                                delete message.organizationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.agentId = value;
                            else
                                delete message.agentId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.resourceId = value;
                            else
                                delete message.resourceId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.identityKey = value;
                            else
                                delete message.identityKey;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.recoveryKey = value;
                            else
                                delete message.recoveryKey;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signerKey = value;
                            else
                                delete message.signerKey;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.roster = $root.vigia.v1.SignedRoster.decode(reader, reader.size(), $undefined, _depth + 1, message.roster);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organizationName = value;
                            else
                                delete message.organizationName;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an EnrolledStatement message.
             * @function verify
             * @memberof vigia.v1.EnrolledStatement
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            EnrolledStatement.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.organizationId != null && $Object.hasOwnProperty.call(message, "organizationId"))
                    if (!(message.organizationId && typeof message.organizationId.length === "number" || $util.isString(message.organizationId)))
                        return "organizationId: buffer expected";
                if (message.agentId != null && $Object.hasOwnProperty.call(message, "agentId"))
                    if (!(message.agentId && typeof message.agentId.length === "number" || $util.isString(message.agentId)))
                        return "agentId: buffer expected";
                if (message.resourceId != null && $Object.hasOwnProperty.call(message, "resourceId"))
                    if (!(message.resourceId && typeof message.resourceId.length === "number" || $util.isString(message.resourceId)))
                        return "resourceId: buffer expected";
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    if (typeof message.state !== "number" || (message.state | 0) !== message.state)
                        return "state: enum value expected";
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey"))
                    if (!(message.identityKey && typeof message.identityKey.length === "number" || $util.isString(message.identityKey)))
                        return "identityKey: buffer expected";
                if (message.recoveryKey != null && $Object.hasOwnProperty.call(message, "recoveryKey"))
                    if (!(message.recoveryKey && typeof message.recoveryKey.length === "number" || $util.isString(message.recoveryKey)))
                        return "recoveryKey: buffer expected";
                if (message.signerKey != null && $Object.hasOwnProperty.call(message, "signerKey"))
                    if (!(message.signerKey && typeof message.signerKey.length === "number" || $util.isString(message.signerKey)))
                        return "signerKey: buffer expected";
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster")) {
                    let error = $root.vigia.v1.SignedRoster.verify(message.roster, _depth + 1);
                    if (error)
                        return "roster." + error;
                }
                if (message.organizationName != null && $Object.hasOwnProperty.call(message, "organizationName"))
                    if (!$util.isString(message.organizationName))
                        return "organizationName: string expected";
                return null;
            };

            /**
             * Gets the type url for EnrolledStatement
             * @function getTypeUrl
             * @memberof vigia.v1.EnrolledStatement
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EnrolledStatement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.EnrolledStatement";
            };

            return EnrolledStatement;
        })();

        v1.SignedRoster = (function() {

            /**
             * Properties of a SignedRoster.
             * @typedef {Object} vigia.v1.SignedRoster.$Properties
             * @property {Uint8Array|null} [roster] SignedRoster roster
             * @property {Uint8Array|null} [signature] SignedRoster signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedRoster.
             * @memberof vigia.v1
             * @interface ISignedRoster
             * @augments vigia.v1.SignedRoster.$Properties
             * @deprecated Use vigia.v1.SignedRoster.$Properties instead.
             */

            /**
             * Shape of a SignedRoster.
             * @typedef {vigia.v1.SignedRoster.$Properties} vigia.v1.SignedRoster.$Shape
             */

            /**
             * Constructs a new SignedRoster.
             * @memberof vigia.v1
             * @classdesc Represents a SignedRoster.
             * @constructor
             * @param {vigia.v1.SignedRoster.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedRoster = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedRoster roster.
             * @member {Uint8Array} roster
             * @memberof vigia.v1.SignedRoster
             * @instance
             */
            SignedRoster.prototype.roster = $util.newBuffer([]);

            /**
             * SignedRoster signature.
             * @member {Uint8Array} signature
             * @memberof vigia.v1.SignedRoster
             * @instance
             */
            SignedRoster.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new SignedRoster instance using the specified properties.
             * @function create
             * @memberof vigia.v1.SignedRoster
             * @static
             * @param {vigia.v1.SignedRoster.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.SignedRoster} SignedRoster instance
             * @type {{
             *   (properties: vigia.v1.SignedRoster.$Shape): vigia.v1.SignedRoster & vigia.v1.SignedRoster.$Shape;
             *   (properties?: vigia.v1.SignedRoster.$Properties): vigia.v1.SignedRoster;
             * }}
             */
            SignedRoster.create = function(properties) {
                return new SignedRoster(properties);
            };

            /**
             * Encodes the specified SignedRoster message. Does not implicitly {@link vigia.v1.SignedRoster.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.SignedRoster
             * @static
             * @param {vigia.v1.SignedRoster.$Properties} message SignedRoster message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedRoster.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster") && message.roster.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.roster);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedRoster message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.SignedRoster
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.SignedRoster & vigia.v1.SignedRoster.$Shape} SignedRoster
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedRoster.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.SignedRoster();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.roster = value;
                            else
                                delete message.roster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a SignedRoster message.
             * @function verify
             * @memberof vigia.v1.SignedRoster
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SignedRoster.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster"))
                    if (!(message.roster && typeof message.roster.length === "number" || $util.isString(message.roster)))
                        return "roster: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            /**
             * Gets the type url for SignedRoster
             * @function getTypeUrl
             * @memberof vigia.v1.SignedRoster
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SignedRoster.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.SignedRoster";
            };

            return SignedRoster;
        })();

        v1.Roster = (function() {

            /**
             * Properties of a Roster.
             * @typedef {Object} vigia.v1.Roster.$Properties
             * @property {number|null} [version] Roster version
             * @property {number|null} [issuedAtMs] Roster issuedAtMs
             * @property {Array.<Uint8Array>|null} [identityKeys] Roster identityKeys
             * @property {Array.<Uint8Array>|null} [signerKeys] Roster signerKeys
             * @property {Uint8Array|null} [recoveryKey] Roster recoveryKey
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Roster.
             * @memberof vigia.v1
             * @interface IRoster
             * @augments vigia.v1.Roster.$Properties
             * @deprecated Use vigia.v1.Roster.$Properties instead.
             */

            /**
             * Shape of a Roster.
             * @typedef {vigia.v1.Roster.$Properties} vigia.v1.Roster.$Shape
             */

            /**
             * Constructs a new Roster.
             * @memberof vigia.v1
             * @classdesc Represents a Roster.
             * @constructor
             * @param {vigia.v1.Roster.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Roster = function (properties) {
                this.identityKeys = [];
                this.signerKeys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Roster version.
             * @member {number} version
             * @memberof vigia.v1.Roster
             * @instance
             */
            Roster.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Roster issuedAtMs.
             * @member {number} issuedAtMs
             * @memberof vigia.v1.Roster
             * @instance
             */
            Roster.prototype.issuedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Roster identityKeys.
             * @member {Array.<Uint8Array>} identityKeys
             * @memberof vigia.v1.Roster
             * @instance
             */
            Roster.prototype.identityKeys = $util.emptyArray;

            /**
             * Roster signerKeys.
             * @member {Array.<Uint8Array>} signerKeys
             * @memberof vigia.v1.Roster
             * @instance
             */
            Roster.prototype.signerKeys = $util.emptyArray;

            /**
             * Roster recoveryKey.
             * @member {Uint8Array} recoveryKey
             * @memberof vigia.v1.Roster
             * @instance
             */
            Roster.prototype.recoveryKey = $util.newBuffer([]);

            /**
             * Creates a new Roster instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Roster
             * @static
             * @param {vigia.v1.Roster.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Roster} Roster instance
             * @type {{
             *   (properties: vigia.v1.Roster.$Shape): vigia.v1.Roster & vigia.v1.Roster.$Shape;
             *   (properties?: vigia.v1.Roster.$Properties): vigia.v1.Roster;
             * }}
             */
            Roster.create = function(properties) {
                return new Roster(properties);
            };

            /**
             * Encodes the specified Roster message. Does not implicitly {@link vigia.v1.Roster.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Roster
             * @static
             * @param {vigia.v1.Roster.$Properties} message Roster message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Roster.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                if (message.issuedAtMs != null && $Object.hasOwnProperty.call(message, "issuedAtMs") && (typeof message.issuedAtMs === "object" ? message.issuedAtMs.low || message.issuedAtMs.high : message.issuedAtMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.issuedAtMs);
                if (message.identityKeys != null && message.identityKeys.length)
                    for (let i = 0; i < message.identityKeys.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.identityKeys[i]);
                if (message.signerKeys != null && message.signerKeys.length)
                    for (let i = 0; i < message.signerKeys.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signerKeys[i]);
                if (message.recoveryKey != null && $Object.hasOwnProperty.call(message, "recoveryKey") && message.recoveryKey.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.recoveryKey);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Roster message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Roster
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Roster & vigia.v1.Roster.$Shape} Roster
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Roster.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Roster();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.issuedAtMs = value;
                            else
                                delete message.issuedAtMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.identityKeys && message.identityKeys.length))
                                message.identityKeys = [];
                            message.identityKeys.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.signerKeys && message.signerKeys.length))
                                message.signerKeys = [];
                            message.signerKeys.push(reader.bytes());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.recoveryKey = value;
                            else
                                delete message.recoveryKey;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Roster message.
             * @function verify
             * @memberof vigia.v1.Roster
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Roster.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (!$util.isInteger(message.version) && !(message.version && $util.isInteger(message.version.low) && $util.isInteger(message.version.high)))
                        return "version: integer|Long expected";
                if (message.issuedAtMs != null && $Object.hasOwnProperty.call(message, "issuedAtMs"))
                    if (!$util.isInteger(message.issuedAtMs) && !(message.issuedAtMs && $util.isInteger(message.issuedAtMs.low) && $util.isInteger(message.issuedAtMs.high)))
                        return "issuedAtMs: integer|Long expected";
                if (message.identityKeys != null && $Object.hasOwnProperty.call(message, "identityKeys")) {
                    if (!$Array.isArray(message.identityKeys))
                        return "identityKeys: array expected";
                    for (let i = 0; i < message.identityKeys.length; ++i)
                        if (!(message.identityKeys[i] && typeof message.identityKeys[i].length === "number" || $util.isString(message.identityKeys[i])))
                            return "identityKeys: buffer[] expected";
                }
                if (message.signerKeys != null && $Object.hasOwnProperty.call(message, "signerKeys")) {
                    if (!$Array.isArray(message.signerKeys))
                        return "signerKeys: array expected";
                    for (let i = 0; i < message.signerKeys.length; ++i)
                        if (!(message.signerKeys[i] && typeof message.signerKeys[i].length === "number" || $util.isString(message.signerKeys[i])))
                            return "signerKeys: buffer[] expected";
                }
                if (message.recoveryKey != null && $Object.hasOwnProperty.call(message, "recoveryKey"))
                    if (!(message.recoveryKey && typeof message.recoveryKey.length === "number" || $util.isString(message.recoveryKey)))
                        return "recoveryKey: buffer expected";
                return null;
            };

            /**
             * Gets the type url for Roster
             * @function getTypeUrl
             * @memberof vigia.v1.Roster
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Roster.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Roster";
            };

            return Roster;
        })();

        v1.Unenroll = (function() {

            /**
             * Properties of an Unenroll.
             * @typedef {Object} vigia.v1.Unenroll.$Properties
             * @property {string|null} [reason] Unenroll reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Unenroll.
             * @memberof vigia.v1
             * @interface IUnenroll
             * @augments vigia.v1.Unenroll.$Properties
             * @deprecated Use vigia.v1.Unenroll.$Properties instead.
             */

            /**
             * Shape of an Unenroll.
             * @typedef {vigia.v1.Unenroll.$Properties} vigia.v1.Unenroll.$Shape
             */

            /**
             * Constructs a new Unenroll.
             * @memberof vigia.v1
             * @classdesc Represents an Unenroll.
             * @constructor
             * @param {vigia.v1.Unenroll.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Unenroll = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Unenroll reason.
             * @member {string} reason
             * @memberof vigia.v1.Unenroll
             * @instance
             */
            Unenroll.prototype.reason = "";

            /**
             * Creates a new Unenroll instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Unenroll
             * @static
             * @param {vigia.v1.Unenroll.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Unenroll} Unenroll instance
             * @type {{
             *   (properties: vigia.v1.Unenroll.$Shape): vigia.v1.Unenroll & vigia.v1.Unenroll.$Shape;
             *   (properties?: vigia.v1.Unenroll.$Properties): vigia.v1.Unenroll;
             * }}
             */
            Unenroll.create = function(properties) {
                return new Unenroll(properties);
            };

            /**
             * Encodes the specified Unenroll message. Does not implicitly {@link vigia.v1.Unenroll.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Unenroll
             * @static
             * @param {vigia.v1.Unenroll.$Properties} message Unenroll message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Unenroll.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Unenroll message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Unenroll
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Unenroll & vigia.v1.Unenroll.$Shape} Unenroll
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Unenroll.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Unenroll();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Unenroll message.
             * @function verify
             * @memberof vigia.v1.Unenroll
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Unenroll.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            /**
             * Gets the type url for Unenroll
             * @function getTypeUrl
             * @memberof vigia.v1.Unenroll
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Unenroll.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Unenroll";
            };

            return Unenroll;
        })();

        v1.Challenge = (function() {

            /**
             * Properties of a Challenge.
             * @typedef {Object} vigia.v1.Challenge.$Properties
             * @property {Uint8Array|null} [serverNonce] Challenge serverNonce
             * @property {number|null} [serverTimeMs] Challenge serverTimeMs
             * @property {Uint8Array|null} [identityKeyId] Challenge identityKeyId
             * @property {number|null} [serverGeneration] Challenge serverGeneration
             * @property {number|null} [protocolVersion] Challenge protocolVersion
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Challenge.
             * @memberof vigia.v1
             * @interface IChallenge
             * @augments vigia.v1.Challenge.$Properties
             * @deprecated Use vigia.v1.Challenge.$Properties instead.
             */

            /**
             * Shape of a Challenge.
             * @typedef {vigia.v1.Challenge.$Properties} vigia.v1.Challenge.$Shape
             */

            /**
             * Constructs a new Challenge.
             * @memberof vigia.v1
             * @classdesc Represents a Challenge.
             * @constructor
             * @param {vigia.v1.Challenge.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Challenge = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Challenge serverNonce.
             * @member {Uint8Array} serverNonce
             * @memberof vigia.v1.Challenge
             * @instance
             */
            Challenge.prototype.serverNonce = $util.newBuffer([]);

            /**
             * Challenge serverTimeMs.
             * @member {number} serverTimeMs
             * @memberof vigia.v1.Challenge
             * @instance
             */
            Challenge.prototype.serverTimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Challenge identityKeyId.
             * @member {Uint8Array} identityKeyId
             * @memberof vigia.v1.Challenge
             * @instance
             */
            Challenge.prototype.identityKeyId = $util.newBuffer([]);

            /**
             * Challenge serverGeneration.
             * @member {number} serverGeneration
             * @memberof vigia.v1.Challenge
             * @instance
             */
            Challenge.prototype.serverGeneration = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Challenge protocolVersion.
             * @member {number} protocolVersion
             * @memberof vigia.v1.Challenge
             * @instance
             */
            Challenge.prototype.protocolVersion = 0;

            /**
             * Creates a new Challenge instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Challenge
             * @static
             * @param {vigia.v1.Challenge.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Challenge} Challenge instance
             * @type {{
             *   (properties: vigia.v1.Challenge.$Shape): vigia.v1.Challenge & vigia.v1.Challenge.$Shape;
             *   (properties?: vigia.v1.Challenge.$Properties): vigia.v1.Challenge;
             * }}
             */
            Challenge.create = function(properties) {
                return new Challenge(properties);
            };

            /**
             * Encodes the specified Challenge message. Does not implicitly {@link vigia.v1.Challenge.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Challenge
             * @static
             * @param {vigia.v1.Challenge.$Properties} message Challenge message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Challenge.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.serverNonce != null && $Object.hasOwnProperty.call(message, "serverNonce") && message.serverNonce.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.serverNonce);
                if (message.serverTimeMs != null && $Object.hasOwnProperty.call(message, "serverTimeMs") && (typeof message.serverTimeMs === "object" ? message.serverTimeMs.low || message.serverTimeMs.high : message.serverTimeMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.serverTimeMs);
                if (message.identityKeyId != null && $Object.hasOwnProperty.call(message, "identityKeyId") && message.identityKeyId.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.identityKeyId);
                if (message.serverGeneration != null && $Object.hasOwnProperty.call(message, "serverGeneration") && (typeof message.serverGeneration === "object" ? message.serverGeneration.low || message.serverGeneration.high : message.serverGeneration !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.serverGeneration);
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.protocolVersion);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Challenge message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Challenge
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Challenge & vigia.v1.Challenge.$Shape} Challenge
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Challenge.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Challenge();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.serverNonce = value;
                            else
                                delete message.serverNonce;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.serverTimeMs = value;
                            else
                                delete message.serverTimeMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.identityKeyId = value;
                            else
                                delete message.identityKeyId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.serverGeneration = value;
                            else
                                delete message.serverGeneration;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Challenge message.
             * @function verify
             * @memberof vigia.v1.Challenge
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Challenge.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.serverNonce != null && $Object.hasOwnProperty.call(message, "serverNonce"))
                    if (!(message.serverNonce && typeof message.serverNonce.length === "number" || $util.isString(message.serverNonce)))
                        return "serverNonce: buffer expected";
                if (message.serverTimeMs != null && $Object.hasOwnProperty.call(message, "serverTimeMs"))
                    if (!$util.isInteger(message.serverTimeMs) && !(message.serverTimeMs && $util.isInteger(message.serverTimeMs.low) && $util.isInteger(message.serverTimeMs.high)))
                        return "serverTimeMs: integer|Long expected";
                if (message.identityKeyId != null && $Object.hasOwnProperty.call(message, "identityKeyId"))
                    if (!(message.identityKeyId && typeof message.identityKeyId.length === "number" || $util.isString(message.identityKeyId)))
                        return "identityKeyId: buffer expected";
                if (message.serverGeneration != null && $Object.hasOwnProperty.call(message, "serverGeneration"))
                    if (!$util.isInteger(message.serverGeneration) && !(message.serverGeneration && $util.isInteger(message.serverGeneration.low) && $util.isInteger(message.serverGeneration.high)))
                        return "serverGeneration: integer|Long expected";
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion"))
                    if (!$util.isInteger(message.protocolVersion))
                        return "protocolVersion: integer expected";
                return null;
            };

            /**
             * Gets the type url for Challenge
             * @function getTypeUrl
             * @memberof vigia.v1.Challenge
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Challenge.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Challenge";
            };

            return Challenge;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} vigia.v1.Hello.$Properties
             * @property {Uint8Array|null} [statement] Hello statement
             * @property {Uint8Array|null} [signature] Hello signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof vigia.v1
             * @interface IHello
             * @augments vigia.v1.Hello.$Properties
             * @deprecated Use vigia.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {vigia.v1.Hello.$Properties} vigia.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof vigia.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {vigia.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello statement.
             * @member {Uint8Array} statement
             * @memberof vigia.v1.Hello
             * @instance
             */
            Hello.prototype.statement = $util.newBuffer([]);

            /**
             * Hello signature.
             * @member {Uint8Array} signature
             * @memberof vigia.v1.Hello
             * @instance
             */
            Hello.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Hello
             * @static
             * @param {vigia.v1.Hello.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Hello} Hello instance
             * @type {{
             *   (properties: vigia.v1.Hello.$Shape): vigia.v1.Hello & vigia.v1.Hello.$Shape;
             *   (properties?: vigia.v1.Hello.$Properties): vigia.v1.Hello;
             * }}
             */
            Hello.create = function(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link vigia.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Hello
             * @static
             * @param {vigia.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement") && message.statement.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.statement);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Hello & vigia.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.statement = value;
                            else
                                delete message.statement;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Hello message.
             * @function verify
             * @memberof vigia.v1.Hello
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Hello.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement"))
                    if (!(message.statement && typeof message.statement.length === "number" || $util.isString(message.statement)))
                        return "statement: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            /**
             * Gets the type url for Hello
             * @function getTypeUrl
             * @memberof vigia.v1.Hello
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Hello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Hello";
            };

            return Hello;
        })();

        v1.HelloStatement = (function() {

            /**
             * Properties of a HelloStatement.
             * @typedef {Object} vigia.v1.HelloStatement.$Properties
             * @property {Uint8Array|null} [organizationId] HelloStatement organizationId
             * @property {Uint8Array|null} [agentId] HelloStatement agentId
             * @property {Uint8Array|null} [publicKey] HelloStatement publicKey
             * @property {Uint8Array|null} [agentNonce] HelloStatement agentNonce
             * @property {number|null} [epoch] HelloStatement epoch
             * @property {Uint8Array|null} [bootId] HelloStatement bootId
             * @property {number|null} [protocolVersion] HelloStatement protocolVersion
             * @property {string|null} [agentVersion] HelloStatement agentVersion
             * @property {Array.<string>|null} [capabilities] HelloStatement capabilities
             * @property {Uint8Array|null} [tlsSpkiSeen] HelloStatement tlsSpkiSeen
             * @property {number|null} [knownGeneration] HelloStatement knownGeneration
             * @property {Array.<vigia.v1.LanePosition.$Properties>|null} [lanes] HelloStatement lanes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HelloStatement.
             * @memberof vigia.v1
             * @interface IHelloStatement
             * @augments vigia.v1.HelloStatement.$Properties
             * @deprecated Use vigia.v1.HelloStatement.$Properties instead.
             */

            /**
             * Shape of a HelloStatement.
             * @typedef {vigia.v1.HelloStatement.$Properties} vigia.v1.HelloStatement.$Shape
             */

            /**
             * Constructs a new HelloStatement.
             * @memberof vigia.v1
             * @classdesc Represents a HelloStatement.
             * @constructor
             * @param {vigia.v1.HelloStatement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HelloStatement = function (properties) {
                this.capabilities = [];
                this.lanes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HelloStatement organizationId.
             * @member {Uint8Array} organizationId
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.organizationId = $util.newBuffer([]);

            /**
             * HelloStatement agentId.
             * @member {Uint8Array} agentId
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.agentId = $util.newBuffer([]);

            /**
             * HelloStatement publicKey.
             * @member {Uint8Array} publicKey
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.publicKey = $util.newBuffer([]);

            /**
             * HelloStatement agentNonce.
             * @member {Uint8Array} agentNonce
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.agentNonce = $util.newBuffer([]);

            /**
             * HelloStatement epoch.
             * @member {number} epoch
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HelloStatement bootId.
             * @member {Uint8Array} bootId
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.bootId = $util.newBuffer([]);

            /**
             * HelloStatement protocolVersion.
             * @member {number} protocolVersion
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.protocolVersion = 0;

            /**
             * HelloStatement agentVersion.
             * @member {string} agentVersion
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.agentVersion = "";

            /**
             * HelloStatement capabilities.
             * @member {Array.<string>} capabilities
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.capabilities = $util.emptyArray;

            /**
             * HelloStatement tlsSpkiSeen.
             * @member {Uint8Array} tlsSpkiSeen
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.tlsSpkiSeen = $util.newBuffer([]);

            /**
             * HelloStatement knownGeneration.
             * @member {number} knownGeneration
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.knownGeneration = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HelloStatement lanes.
             * @member {Array.<vigia.v1.LanePosition.$Properties>} lanes
             * @memberof vigia.v1.HelloStatement
             * @instance
             */
            HelloStatement.prototype.lanes = $util.emptyArray;

            /**
             * Creates a new HelloStatement instance using the specified properties.
             * @function create
             * @memberof vigia.v1.HelloStatement
             * @static
             * @param {vigia.v1.HelloStatement.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.HelloStatement} HelloStatement instance
             * @type {{
             *   (properties: vigia.v1.HelloStatement.$Shape): vigia.v1.HelloStatement & vigia.v1.HelloStatement.$Shape;
             *   (properties?: vigia.v1.HelloStatement.$Properties): vigia.v1.HelloStatement;
             * }}
             */
            HelloStatement.create = function(properties) {
                return new HelloStatement(properties);
            };

            /**
             * Encodes the specified HelloStatement message. Does not implicitly {@link vigia.v1.HelloStatement.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.HelloStatement
             * @static
             * @param {vigia.v1.HelloStatement.$Properties} message HelloStatement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HelloStatement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.organizationId != null && $Object.hasOwnProperty.call(message, "organizationId") && message.organizationId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.organizationId);
                if (message.agentId != null && $Object.hasOwnProperty.call(message, "agentId") && message.agentId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.agentId);
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.publicKey);
                if (message.agentNonce != null && $Object.hasOwnProperty.call(message, "agentNonce") && message.agentNonce.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.agentNonce);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.epoch);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.bootId);
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.protocolVersion);
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.agentVersion);
                if (message.capabilities != null && message.capabilities.length)
                    for (let i = 0; i < message.capabilities.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.capabilities[i]);
                if (message.tlsSpkiSeen != null && $Object.hasOwnProperty.call(message, "tlsSpkiSeen") && message.tlsSpkiSeen.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.tlsSpkiSeen);
                if (message.knownGeneration != null && $Object.hasOwnProperty.call(message, "knownGeneration") && (typeof message.knownGeneration === "object" ? message.knownGeneration.low || message.knownGeneration.high : message.knownGeneration !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.knownGeneration);
                if (message.lanes != null && message.lanes.length)
                    for (let i = 0; i < message.lanes.length; ++i)
                        $root.vigia.v1.LanePosition.encode(message.lanes[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HelloStatement message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.HelloStatement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.HelloStatement & vigia.v1.HelloStatement.$Shape} HelloStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HelloStatement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.HelloStatement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.organizationId = value;
                            else
                                delete message.organizationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.agentId = value;
                            else
                                delete message.agentId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.agentNonce = value;
                            else
                                delete message.agentNonce;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agentVersion = value;
                            else
                                delete message.agentVersion;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.capabilities && message.capabilities.length))
                                message.capabilities = [];
                            message.capabilities.push(reader.stringVerify());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.tlsSpkiSeen = value;
                            else
                                delete message.tlsSpkiSeen;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.knownGeneration = value;
                            else
                                delete message.knownGeneration;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.lanes && message.lanes.length))
                                message.lanes = [];
                            message.lanes.push($root.vigia.v1.LanePosition.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a HelloStatement message.
             * @function verify
             * @memberof vigia.v1.HelloStatement
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            HelloStatement.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.organizationId != null && $Object.hasOwnProperty.call(message, "organizationId"))
                    if (!(message.organizationId && typeof message.organizationId.length === "number" || $util.isString(message.organizationId)))
                        return "organizationId: buffer expected";
                if (message.agentId != null && $Object.hasOwnProperty.call(message, "agentId"))
                    if (!(message.agentId && typeof message.agentId.length === "number" || $util.isString(message.agentId)))
                        return "agentId: buffer expected";
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey"))
                    if (!(message.publicKey && typeof message.publicKey.length === "number" || $util.isString(message.publicKey)))
                        return "publicKey: buffer expected";
                if (message.agentNonce != null && $Object.hasOwnProperty.call(message, "agentNonce"))
                    if (!(message.agentNonce && typeof message.agentNonce.length === "number" || $util.isString(message.agentNonce)))
                        return "agentNonce: buffer expected";
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch) && !(message.epoch && $util.isInteger(message.epoch.low) && $util.isInteger(message.epoch.high)))
                        return "epoch: integer|Long expected";
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    if (!(message.bootId && typeof message.bootId.length === "number" || $util.isString(message.bootId)))
                        return "bootId: buffer expected";
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion"))
                    if (!$util.isInteger(message.protocolVersion))
                        return "protocolVersion: integer expected";
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    if (!$util.isString(message.agentVersion))
                        return "agentVersion: string expected";
                if (message.capabilities != null && $Object.hasOwnProperty.call(message, "capabilities")) {
                    if (!$Array.isArray(message.capabilities))
                        return "capabilities: array expected";
                    for (let i = 0; i < message.capabilities.length; ++i)
                        if (!$util.isString(message.capabilities[i]))
                            return "capabilities: string[] expected";
                }
                if (message.tlsSpkiSeen != null && $Object.hasOwnProperty.call(message, "tlsSpkiSeen"))
                    if (!(message.tlsSpkiSeen && typeof message.tlsSpkiSeen.length === "number" || $util.isString(message.tlsSpkiSeen)))
                        return "tlsSpkiSeen: buffer expected";
                if (message.knownGeneration != null && $Object.hasOwnProperty.call(message, "knownGeneration"))
                    if (!$util.isInteger(message.knownGeneration) && !(message.knownGeneration && $util.isInteger(message.knownGeneration.low) && $util.isInteger(message.knownGeneration.high)))
                        return "knownGeneration: integer|Long expected";
                if (message.lanes != null && $Object.hasOwnProperty.call(message, "lanes")) {
                    if (!$Array.isArray(message.lanes))
                        return "lanes: array expected";
                    for (let i = 0; i < message.lanes.length; ++i) {
                        let error = $root.vigia.v1.LanePosition.verify(message.lanes[i], _depth + 1);
                        if (error)
                            return "lanes." + error;
                    }
                }
                return null;
            };

            /**
             * Gets the type url for HelloStatement
             * @function getTypeUrl
             * @memberof vigia.v1.HelloStatement
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            HelloStatement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.HelloStatement";
            };

            return HelloStatement;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} vigia.v1.Welcome.$Properties
             * @property {Uint8Array|null} [statement] Welcome statement
             * @property {Uint8Array|null} [signature] Welcome signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof vigia.v1
             * @interface IWelcome
             * @augments vigia.v1.Welcome.$Properties
             * @deprecated Use vigia.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {vigia.v1.Welcome.$Properties} vigia.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof vigia.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {vigia.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome statement.
             * @member {Uint8Array} statement
             * @memberof vigia.v1.Welcome
             * @instance
             */
            Welcome.prototype.statement = $util.newBuffer([]);

            /**
             * Welcome signature.
             * @member {Uint8Array} signature
             * @memberof vigia.v1.Welcome
             * @instance
             */
            Welcome.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Welcome instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Welcome
             * @static
             * @param {vigia.v1.Welcome.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Welcome} Welcome instance
             * @type {{
             *   (properties: vigia.v1.Welcome.$Shape): vigia.v1.Welcome & vigia.v1.Welcome.$Shape;
             *   (properties?: vigia.v1.Welcome.$Properties): vigia.v1.Welcome;
             * }}
             */
            Welcome.create = function(properties) {
                return new Welcome(properties);
            };

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link vigia.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Welcome
             * @static
             * @param {vigia.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement") && message.statement.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.statement);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Welcome & vigia.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.statement = value;
                            else
                                delete message.statement;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Welcome message.
             * @function verify
             * @memberof vigia.v1.Welcome
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Welcome.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement"))
                    if (!(message.statement && typeof message.statement.length === "number" || $util.isString(message.statement)))
                        return "statement: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            /**
             * Gets the type url for Welcome
             * @function getTypeUrl
             * @memberof vigia.v1.Welcome
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Welcome.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Welcome";
            };

            return Welcome;
        })();

        v1.WelcomeStatement = (function() {

            /**
             * Properties of a WelcomeStatement.
             * @typedef {Object} vigia.v1.WelcomeStatement.$Properties
             * @property {Uint8Array|null} [sessionId] WelcomeStatement sessionId
             * @property {number|null} [serverTimeMs] WelcomeStatement serverTimeMs
             * @property {Array.<vigia.v1.LaneCursor.$Properties>|null} [cursors] WelcomeStatement cursors
             * @property {vigia.v1.Settings.$Properties|null} [settings] WelcomeStatement settings
             * @property {vigia.v1.AgentState|null} [state] WelcomeStatement state
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WelcomeStatement.
             * @memberof vigia.v1
             * @interface IWelcomeStatement
             * @augments vigia.v1.WelcomeStatement.$Properties
             * @deprecated Use vigia.v1.WelcomeStatement.$Properties instead.
             */

            /**
             * Shape of a WelcomeStatement.
             * @typedef {vigia.v1.WelcomeStatement.$Properties} vigia.v1.WelcomeStatement.$Shape
             */

            /**
             * Constructs a new WelcomeStatement.
             * @memberof vigia.v1
             * @classdesc Represents a WelcomeStatement.
             * @constructor
             * @param {vigia.v1.WelcomeStatement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WelcomeStatement = function (properties) {
                this.cursors = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WelcomeStatement sessionId.
             * @member {Uint8Array} sessionId
             * @memberof vigia.v1.WelcomeStatement
             * @instance
             */
            WelcomeStatement.prototype.sessionId = $util.newBuffer([]);

            /**
             * WelcomeStatement serverTimeMs.
             * @member {number} serverTimeMs
             * @memberof vigia.v1.WelcomeStatement
             * @instance
             */
            WelcomeStatement.prototype.serverTimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WelcomeStatement cursors.
             * @member {Array.<vigia.v1.LaneCursor.$Properties>} cursors
             * @memberof vigia.v1.WelcomeStatement
             * @instance
             */
            WelcomeStatement.prototype.cursors = $util.emptyArray;

            /**
             * WelcomeStatement settings.
             * @member {vigia.v1.Settings.$Properties|null|undefined} settings
             * @memberof vigia.v1.WelcomeStatement
             * @instance
             */
            WelcomeStatement.prototype.settings = null;

            /**
             * WelcomeStatement state.
             * @member {vigia.v1.AgentState} state
             * @memberof vigia.v1.WelcomeStatement
             * @instance
             */
            WelcomeStatement.prototype.state = 0;

            /**
             * Creates a new WelcomeStatement instance using the specified properties.
             * @function create
             * @memberof vigia.v1.WelcomeStatement
             * @static
             * @param {vigia.v1.WelcomeStatement.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.WelcomeStatement} WelcomeStatement instance
             * @type {{
             *   (properties: vigia.v1.WelcomeStatement.$Shape): vigia.v1.WelcomeStatement & vigia.v1.WelcomeStatement.$Shape;
             *   (properties?: vigia.v1.WelcomeStatement.$Properties): vigia.v1.WelcomeStatement;
             * }}
             */
            WelcomeStatement.create = function(properties) {
                return new WelcomeStatement(properties);
            };

            /**
             * Encodes the specified WelcomeStatement message. Does not implicitly {@link vigia.v1.WelcomeStatement.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.WelcomeStatement
             * @static
             * @param {vigia.v1.WelcomeStatement.$Properties} message WelcomeStatement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WelcomeStatement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sessionId);
                if (message.serverTimeMs != null && $Object.hasOwnProperty.call(message, "serverTimeMs") && (typeof message.serverTimeMs === "object" ? message.serverTimeMs.low || message.serverTimeMs.high : message.serverTimeMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.serverTimeMs);
                if (message.cursors != null && message.cursors.length)
                    for (let i = 0; i < message.cursors.length; ++i)
                        $root.vigia.v1.LaneCursor.encode(message.cursors[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                    $root.vigia.v1.Settings.encode(message.settings, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.state);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WelcomeStatement message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.WelcomeStatement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.WelcomeStatement & vigia.v1.WelcomeStatement.$Shape} WelcomeStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WelcomeStatement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.WelcomeStatement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sessionId = value;
                            else
                                delete message.sessionId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.serverTimeMs = value;
                            else
                                delete message.serverTimeMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.cursors && message.cursors.length))
                                message.cursors = [];
                            message.cursors.push($root.vigia.v1.LaneCursor.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.settings = $root.vigia.v1.Settings.decode(reader, reader.size(), $undefined, _depth + 1, message.settings);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a WelcomeStatement message.
             * @function verify
             * @memberof vigia.v1.WelcomeStatement
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            WelcomeStatement.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId"))
                    if (!(message.sessionId && typeof message.sessionId.length === "number" || $util.isString(message.sessionId)))
                        return "sessionId: buffer expected";
                if (message.serverTimeMs != null && $Object.hasOwnProperty.call(message, "serverTimeMs"))
                    if (!$util.isInteger(message.serverTimeMs) && !(message.serverTimeMs && $util.isInteger(message.serverTimeMs.low) && $util.isInteger(message.serverTimeMs.high)))
                        return "serverTimeMs: integer|Long expected";
                if (message.cursors != null && $Object.hasOwnProperty.call(message, "cursors")) {
                    if (!$Array.isArray(message.cursors))
                        return "cursors: array expected";
                    for (let i = 0; i < message.cursors.length; ++i) {
                        let error = $root.vigia.v1.LaneCursor.verify(message.cursors[i], _depth + 1);
                        if (error)
                            return "cursors." + error;
                    }
                }
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings")) {
                    let error = $root.vigia.v1.Settings.verify(message.settings, _depth + 1);
                    if (error)
                        return "settings." + error;
                }
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    if (typeof message.state !== "number" || (message.state | 0) !== message.state)
                        return "state: enum value expected";
                return null;
            };

            /**
             * Gets the type url for WelcomeStatement
             * @function getTypeUrl
             * @memberof vigia.v1.WelcomeStatement
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            WelcomeStatement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.WelcomeStatement";
            };

            return WelcomeStatement;
        })();

        /**
         * AgentState enum.
         * @name vigia.v1.AgentState
         * @enum {number}
         * @property {number} AGENT_STATE_UNSPECIFIED=0 AGENT_STATE_UNSPECIFIED value
         * @property {number} AGENT_STATE_PENDING=1 AGENT_STATE_PENDING value
         * @property {number} AGENT_STATE_ACTIVE=2 AGENT_STATE_ACTIVE value
         */
        v1.AgentState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "AGENT_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "AGENT_STATE_PENDING"] = 1;
            values[valuesById[2] = "AGENT_STATE_ACTIVE"] = 2;
            return values;
        })();

        v1.Refusal = (function() {

            /**
             * Properties of a Refusal.
             * @typedef {Object} vigia.v1.Refusal.$Properties
             * @property {Uint8Array|null} [statement] Refusal statement
             * @property {Uint8Array|null} [signature] Refusal signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refusal.
             * @memberof vigia.v1
             * @interface IRefusal
             * @augments vigia.v1.Refusal.$Properties
             * @deprecated Use vigia.v1.Refusal.$Properties instead.
             */

            /**
             * Shape of a Refusal.
             * @typedef {vigia.v1.Refusal.$Properties} vigia.v1.Refusal.$Shape
             */

            /**
             * Constructs a new Refusal.
             * @memberof vigia.v1
             * @classdesc Represents a Refusal.
             * @constructor
             * @param {vigia.v1.Refusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refusal statement.
             * @member {Uint8Array} statement
             * @memberof vigia.v1.Refusal
             * @instance
             */
            Refusal.prototype.statement = $util.newBuffer([]);

            /**
             * Refusal signature.
             * @member {Uint8Array} signature
             * @memberof vigia.v1.Refusal
             * @instance
             */
            Refusal.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Refusal instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Refusal
             * @static
             * @param {vigia.v1.Refusal.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Refusal} Refusal instance
             * @type {{
             *   (properties: vigia.v1.Refusal.$Shape): vigia.v1.Refusal & vigia.v1.Refusal.$Shape;
             *   (properties?: vigia.v1.Refusal.$Properties): vigia.v1.Refusal;
             * }}
             */
            Refusal.create = function(properties) {
                return new Refusal(properties);
            };

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link vigia.v1.Refusal.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Refusal
             * @static
             * @param {vigia.v1.Refusal.$Properties} message Refusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement") && message.statement.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.statement);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Refusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Refusal & vigia.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Refusal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.statement = value;
                            else
                                delete message.statement;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Refusal message.
             * @function verify
             * @memberof vigia.v1.Refusal
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Refusal.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement"))
                    if (!(message.statement && typeof message.statement.length === "number" || $util.isString(message.statement)))
                        return "statement: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            /**
             * Gets the type url for Refusal
             * @function getTypeUrl
             * @memberof vigia.v1.Refusal
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Refusal.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Refusal";
            };

            return Refusal;
        })();

        v1.RefusalStatement = (function() {

            /**
             * Properties of a RefusalStatement.
             * @typedef {Object} vigia.v1.RefusalStatement.$Properties
             * @property {vigia.v1.RefusalCode|null} [code] RefusalStatement code
             * @property {string|null} [message] RefusalStatement message
             * @property {number|null} [retryAfterMs] RefusalStatement retryAfterMs
             * @property {number|null} [minProtocolVersion] RefusalStatement minProtocolVersion
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RefusalStatement.
             * @memberof vigia.v1
             * @interface IRefusalStatement
             * @augments vigia.v1.RefusalStatement.$Properties
             * @deprecated Use vigia.v1.RefusalStatement.$Properties instead.
             */

            /**
             * Shape of a RefusalStatement.
             * @typedef {vigia.v1.RefusalStatement.$Properties} vigia.v1.RefusalStatement.$Shape
             */

            /**
             * Constructs a new RefusalStatement.
             * @memberof vigia.v1
             * @classdesc Represents a RefusalStatement.
             * @constructor
             * @param {vigia.v1.RefusalStatement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RefusalStatement = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RefusalStatement code.
             * @member {vigia.v1.RefusalCode} code
             * @memberof vigia.v1.RefusalStatement
             * @instance
             */
            RefusalStatement.prototype.code = 0;

            /**
             * RefusalStatement message.
             * @member {string} message
             * @memberof vigia.v1.RefusalStatement
             * @instance
             */
            RefusalStatement.prototype.message = "";

            /**
             * RefusalStatement retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof vigia.v1.RefusalStatement
             * @instance
             */
            RefusalStatement.prototype.retryAfterMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RefusalStatement minProtocolVersion.
             * @member {number} minProtocolVersion
             * @memberof vigia.v1.RefusalStatement
             * @instance
             */
            RefusalStatement.prototype.minProtocolVersion = 0;

            /**
             * Creates a new RefusalStatement instance using the specified properties.
             * @function create
             * @memberof vigia.v1.RefusalStatement
             * @static
             * @param {vigia.v1.RefusalStatement.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.RefusalStatement} RefusalStatement instance
             * @type {{
             *   (properties: vigia.v1.RefusalStatement.$Shape): vigia.v1.RefusalStatement & vigia.v1.RefusalStatement.$Shape;
             *   (properties?: vigia.v1.RefusalStatement.$Properties): vigia.v1.RefusalStatement;
             * }}
             */
            RefusalStatement.create = function(properties) {
                return new RefusalStatement(properties);
            };

            /**
             * Encodes the specified RefusalStatement message. Does not implicitly {@link vigia.v1.RefusalStatement.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.RefusalStatement
             * @static
             * @param {vigia.v1.RefusalStatement.$Properties} message RefusalStatement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RefusalStatement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && (typeof message.retryAfterMs === "object" ? message.retryAfterMs.low || message.retryAfterMs.high : message.retryAfterMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.retryAfterMs);
                if (message.minProtocolVersion != null && $Object.hasOwnProperty.call(message, "minProtocolVersion") && message.minProtocolVersion !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.minProtocolVersion);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RefusalStatement message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.RefusalStatement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.RefusalStatement & vigia.v1.RefusalStatement.$Shape} RefusalStatement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RefusalStatement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.RefusalStatement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.minProtocolVersion = value;
                            else
                                delete message.minProtocolVersion;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a RefusalStatement message.
             * @function verify
             * @memberof vigia.v1.RefusalStatement
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            RefusalStatement.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (typeof message.code !== "number" || (message.code | 0) !== message.code)
                        return "code: enum value expected";
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    if (!$util.isString(message.message))
                        return "message: string expected";
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs"))
                    if (!$util.isInteger(message.retryAfterMs) && !(message.retryAfterMs && $util.isInteger(message.retryAfterMs.low) && $util.isInteger(message.retryAfterMs.high)))
                        return "retryAfterMs: integer|Long expected";
                if (message.minProtocolVersion != null && $Object.hasOwnProperty.call(message, "minProtocolVersion"))
                    if (!$util.isInteger(message.minProtocolVersion))
                        return "minProtocolVersion: integer expected";
                return null;
            };

            /**
             * Gets the type url for RefusalStatement
             * @function getTypeUrl
             * @memberof vigia.v1.RefusalStatement
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RefusalStatement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.RefusalStatement";
            };

            return RefusalStatement;
        })();

        /**
         * RefusalCode enum.
         * @name vigia.v1.RefusalCode
         * @enum {number}
         * @property {number} REFUSAL_CODE_UNSPECIFIED=0 REFUSAL_CODE_UNSPECIFIED value
         * @property {number} REFUSAL_CODE_BAD_PROOF=1 REFUSAL_CODE_BAD_PROOF value
         * @property {number} REFUSAL_CODE_UNKNOWN_AGENT=2 REFUSAL_CODE_UNKNOWN_AGENT value
         * @property {number} REFUSAL_CODE_REVOKED=3 REFUSAL_CODE_REVOKED value
         * @property {number} REFUSAL_CODE_TOO_OLD=4 REFUSAL_CODE_TOO_OLD value
         * @property {number} REFUSAL_CODE_BAD_TOKEN=5 REFUSAL_CODE_BAD_TOKEN value
         * @property {number} REFUSAL_CODE_SLOW_DOWN=6 REFUSAL_CODE_SLOW_DOWN value
         * @property {number} REFUSAL_CODE_UNAVAILABLE=7 REFUSAL_CODE_UNAVAILABLE value
         * @property {number} REFUSAL_CODE_UNENROLLED=8 REFUSAL_CODE_UNENROLLED value
         * @property {number} REFUSAL_CODE_NOT_APPROVED=9 REFUSAL_CODE_NOT_APPROVED value
         */
        v1.RefusalCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REFUSAL_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REFUSAL_CODE_BAD_PROOF"] = 1;
            values[valuesById[2] = "REFUSAL_CODE_UNKNOWN_AGENT"] = 2;
            values[valuesById[3] = "REFUSAL_CODE_REVOKED"] = 3;
            values[valuesById[4] = "REFUSAL_CODE_TOO_OLD"] = 4;
            values[valuesById[5] = "REFUSAL_CODE_BAD_TOKEN"] = 5;
            values[valuesById[6] = "REFUSAL_CODE_SLOW_DOWN"] = 6;
            values[valuesById[7] = "REFUSAL_CODE_UNAVAILABLE"] = 7;
            values[valuesById[8] = "REFUSAL_CODE_UNENROLLED"] = 8;
            values[valuesById[9] = "REFUSAL_CODE_NOT_APPROVED"] = 9;
            return values;
        })();

        v1.GoAway = (function() {

            /**
             * Properties of a GoAway.
             * @typedef {Object} vigia.v1.GoAway.$Properties
             * @property {number|null} [retryAfterMs] GoAway retryAfterMs
             * @property {string|null} [reason] GoAway reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GoAway.
             * @memberof vigia.v1
             * @interface IGoAway
             * @augments vigia.v1.GoAway.$Properties
             * @deprecated Use vigia.v1.GoAway.$Properties instead.
             */

            /**
             * Shape of a GoAway.
             * @typedef {vigia.v1.GoAway.$Properties} vigia.v1.GoAway.$Shape
             */

            /**
             * Constructs a new GoAway.
             * @memberof vigia.v1
             * @classdesc Represents a GoAway.
             * @constructor
             * @param {vigia.v1.GoAway.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GoAway = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GoAway retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof vigia.v1.GoAway
             * @instance
             */
            GoAway.prototype.retryAfterMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GoAway reason.
             * @member {string} reason
             * @memberof vigia.v1.GoAway
             * @instance
             */
            GoAway.prototype.reason = "";

            /**
             * Creates a new GoAway instance using the specified properties.
             * @function create
             * @memberof vigia.v1.GoAway
             * @static
             * @param {vigia.v1.GoAway.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.GoAway} GoAway instance
             * @type {{
             *   (properties: vigia.v1.GoAway.$Shape): vigia.v1.GoAway & vigia.v1.GoAway.$Shape;
             *   (properties?: vigia.v1.GoAway.$Properties): vigia.v1.GoAway;
             * }}
             */
            GoAway.create = function(properties) {
                return new GoAway(properties);
            };

            /**
             * Encodes the specified GoAway message. Does not implicitly {@link vigia.v1.GoAway.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.GoAway
             * @static
             * @param {vigia.v1.GoAway.$Properties} message GoAway message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GoAway.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && (typeof message.retryAfterMs === "object" ? message.retryAfterMs.low || message.retryAfterMs.high : message.retryAfterMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.retryAfterMs);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GoAway message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.GoAway
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.GoAway & vigia.v1.GoAway.$Shape} GoAway
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GoAway.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.GoAway();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a GoAway message.
             * @function verify
             * @memberof vigia.v1.GoAway
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GoAway.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs"))
                    if (!$util.isInteger(message.retryAfterMs) && !(message.retryAfterMs && $util.isInteger(message.retryAfterMs.low) && $util.isInteger(message.retryAfterMs.high)))
                        return "retryAfterMs: integer|Long expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            /**
             * Gets the type url for GoAway
             * @function getTypeUrl
             * @memberof vigia.v1.GoAway
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            GoAway.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.GoAway";
            };

            return GoAway;
        })();

        v1.Settings = (function() {

            /**
             * Properties of a Settings.
             * @typedef {Object} vigia.v1.Settings.$Properties
             * @property {number|null} [metricsIntervalSeconds] Settings metricsIntervalSeconds
             * @property {number|null} [factsIntervalSeconds] Settings factsIntervalSeconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Settings.
             * @memberof vigia.v1
             * @interface ISettings
             * @augments vigia.v1.Settings.$Properties
             * @deprecated Use vigia.v1.Settings.$Properties instead.
             */

            /**
             * Shape of a Settings.
             * @typedef {vigia.v1.Settings.$Properties} vigia.v1.Settings.$Shape
             */

            /**
             * Constructs a new Settings.
             * @memberof vigia.v1
             * @classdesc Represents a Settings.
             * @constructor
             * @param {vigia.v1.Settings.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Settings = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Settings metricsIntervalSeconds.
             * @member {number} metricsIntervalSeconds
             * @memberof vigia.v1.Settings
             * @instance
             */
            Settings.prototype.metricsIntervalSeconds = 0;

            /**
             * Settings factsIntervalSeconds.
             * @member {number} factsIntervalSeconds
             * @memberof vigia.v1.Settings
             * @instance
             */
            Settings.prototype.factsIntervalSeconds = 0;

            /**
             * Creates a new Settings instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Settings
             * @static
             * @param {vigia.v1.Settings.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Settings} Settings instance
             * @type {{
             *   (properties: vigia.v1.Settings.$Shape): vigia.v1.Settings & vigia.v1.Settings.$Shape;
             *   (properties?: vigia.v1.Settings.$Properties): vigia.v1.Settings;
             * }}
             */
            Settings.create = function(properties) {
                return new Settings(properties);
            };

            /**
             * Encodes the specified Settings message. Does not implicitly {@link vigia.v1.Settings.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Settings
             * @static
             * @param {vigia.v1.Settings.$Properties} message Settings message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Settings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.metricsIntervalSeconds != null && $Object.hasOwnProperty.call(message, "metricsIntervalSeconds") && message.metricsIntervalSeconds !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.metricsIntervalSeconds);
                if (message.factsIntervalSeconds != null && $Object.hasOwnProperty.call(message, "factsIntervalSeconds") && message.factsIntervalSeconds !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.factsIntervalSeconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Settings message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Settings
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Settings & vigia.v1.Settings.$Shape} Settings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Settings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Settings();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.metricsIntervalSeconds = value;
                            else
                                delete message.metricsIntervalSeconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.factsIntervalSeconds = value;
                            else
                                delete message.factsIntervalSeconds;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Settings message.
             * @function verify
             * @memberof vigia.v1.Settings
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Settings.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.metricsIntervalSeconds != null && $Object.hasOwnProperty.call(message, "metricsIntervalSeconds"))
                    if (!$util.isInteger(message.metricsIntervalSeconds))
                        return "metricsIntervalSeconds: integer expected";
                if (message.factsIntervalSeconds != null && $Object.hasOwnProperty.call(message, "factsIntervalSeconds"))
                    if (!$util.isInteger(message.factsIntervalSeconds))
                        return "factsIntervalSeconds: integer expected";
                return null;
            };

            /**
             * Gets the type url for Settings
             * @function getTypeUrl
             * @memberof vigia.v1.Settings
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Settings.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Settings";
            };

            return Settings;
        })();

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} vigia.v1.Envelope.$Properties
             * @property {vigia.v1.Challenge.$Properties|null} [challenge] Envelope challenge
             * @property {vigia.v1.Welcome.$Properties|null} [welcome] Envelope welcome
             * @property {vigia.v1.Enrolled.$Properties|null} [enrolled] Envelope enrolled
             * @property {vigia.v1.Refusal.$Properties|null} [refusal] Envelope refusal
             * @property {vigia.v1.Ack.$Properties|null} [ack] Envelope ack
             * @property {vigia.v1.ResendFrom.$Properties|null} [resendFrom] Envelope resendFrom
             * @property {vigia.v1.Settings.$Properties|null} [settings] Envelope settings
             * @property {vigia.v1.GoAway.$Properties|null} [goAway] Envelope goAway
             * @property {vigia.v1.Hello.$Properties|null} [hello] Envelope hello
             * @property {vigia.v1.Enroll.$Properties|null} [enroll] Envelope enroll
             * @property {vigia.v1.Batch.$Properties|null} [batch] Envelope batch
             * @property {vigia.v1.Unenroll.$Properties|null} [unenroll] Envelope unenroll
             * @property {"challenge"|"welcome"|"enrolled"|"refusal"|"ack"|"resendFrom"|"settings"|"goAway"|"hello"|"enroll"|"batch"|"unenroll"} [body] Envelope body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof vigia.v1
             * @interface IEnvelope
             * @augments vigia.v1.Envelope.$Properties
             * @deprecated Use vigia.v1.Envelope.$Properties instead.
             */

            /**
             * Narrowed shape of an Envelope.
             * @typedef {{
             *   challenge?: vigia.v1.Challenge.$Shape|null;
             *   welcome?: vigia.v1.Welcome.$Shape|null;
             *   enrolled?: vigia.v1.Enrolled.$Shape|null;
             *   refusal?: vigia.v1.Refusal.$Shape|null;
             *   ack?: vigia.v1.Ack.$Shape|null;
             *   resendFrom?: vigia.v1.ResendFrom.$Shape|null;
             *   settings?: vigia.v1.Settings.$Shape|null;
             *   goAway?: vigia.v1.GoAway.$Shape|null;
             *   hello?: vigia.v1.Hello.$Shape|null;
             *   enroll?: vigia.v1.Enroll.$Shape|null;
             *   batch?: vigia.v1.Batch.$Shape|null;
             *   unenroll?: vigia.v1.Unenroll.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "challenge"; challenge: vigia.v1.Challenge.$Shape; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "welcome"; challenge?: null; welcome: vigia.v1.Welcome.$Shape; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "enrolled"; challenge?: null; welcome?: null; enrolled: vigia.v1.Enrolled.$Shape; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "refusal"; challenge?: null; welcome?: null; enrolled?: null; refusal: vigia.v1.Refusal.$Shape; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "ack"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack: vigia.v1.Ack.$Shape; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "resendFrom"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom: vigia.v1.ResendFrom.$Shape; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "settings"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings: vigia.v1.Settings.$Shape; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "goAway"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway: vigia.v1.GoAway.$Shape; hello?: null; enroll?: null; batch?: null; unenroll?: null }|{ body?: "hello"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello: vigia.v1.Hello.$Shape; enroll?: null; batch?: null; unenroll?: null }|{ body?: "enroll"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll: vigia.v1.Enroll.$Shape; batch?: null; unenroll?: null }|{ body?: "batch"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch: vigia.v1.Batch.$Shape; unenroll?: null }|{ body?: "unenroll"; challenge?: null; welcome?: null; enrolled?: null; refusal?: null; ack?: null; resendFrom?: null; settings?: null; goAway?: null; hello?: null; enroll?: null; batch?: null; unenroll: vigia.v1.Unenroll.$Shape })
             * )} vigia.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof vigia.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {vigia.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope challenge.
             * @member {vigia.v1.Challenge.$Properties|null|undefined} challenge
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.challenge = null;

            /**
             * Envelope welcome.
             * @member {vigia.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.welcome = null;

            /**
             * Envelope enrolled.
             * @member {vigia.v1.Enrolled.$Properties|null|undefined} enrolled
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.enrolled = null;

            /**
             * Envelope refusal.
             * @member {vigia.v1.Refusal.$Properties|null|undefined} refusal
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.refusal = null;

            /**
             * Envelope ack.
             * @member {vigia.v1.Ack.$Properties|null|undefined} ack
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.ack = null;

            /**
             * Envelope resendFrom.
             * @member {vigia.v1.ResendFrom.$Properties|null|undefined} resendFrom
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.resendFrom = null;

            /**
             * Envelope settings.
             * @member {vigia.v1.Settings.$Properties|null|undefined} settings
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.settings = null;

            /**
             * Envelope goAway.
             * @member {vigia.v1.GoAway.$Properties|null|undefined} goAway
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.goAway = null;

            /**
             * Envelope hello.
             * @member {vigia.v1.Hello.$Properties|null|undefined} hello
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.hello = null;

            /**
             * Envelope enroll.
             * @member {vigia.v1.Enroll.$Properties|null|undefined} enroll
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.enroll = null;

            /**
             * Envelope batch.
             * @member {vigia.v1.Batch.$Properties|null|undefined} batch
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.batch = null;

            /**
             * Envelope unenroll.
             * @member {vigia.v1.Unenroll.$Properties|null|undefined} unenroll
             * @memberof vigia.v1.Envelope
             * @instance
             */
            Envelope.prototype.unenroll = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Envelope body.
             * @member {"challenge"|"welcome"|"enrolled"|"refusal"|"ack"|"resendFrom"|"settings"|"goAway"|"hello"|"enroll"|"batch"|"unenroll"|undefined} body
             * @memberof vigia.v1.Envelope
             * @instance
             */
            $Object.defineProperty(Envelope.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["challenge", "welcome", "enrolled", "refusal", "ack", "resendFrom", "settings", "goAway", "hello", "enroll", "batch", "unenroll"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Envelope instance using the specified properties.
             * @function create
             * @memberof vigia.v1.Envelope
             * @static
             * @param {vigia.v1.Envelope.$Properties=} [properties] Properties to set
             * @returns {vigia.v1.Envelope} Envelope instance
             * @type {{
             *   (properties: vigia.v1.Envelope.$Shape): vigia.v1.Envelope & vigia.v1.Envelope.$Shape;
             *   (properties?: vigia.v1.Envelope.$Properties): vigia.v1.Envelope;
             * }}
             */
            Envelope.create = function(properties) {
                return new Envelope(properties);
            };

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link vigia.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof vigia.v1.Envelope
             * @static
             * @param {vigia.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.challenge != null && $Object.hasOwnProperty.call(message, "challenge"))
                    $root.vigia.v1.Challenge.encode(message.challenge, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.vigia.v1.Welcome.encode(message.welcome, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled"))
                    $root.vigia.v1.Enrolled.encode(message.enrolled, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.vigia.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.vigia.v1.Ack.encode(message.ack, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.resendFrom != null && $Object.hasOwnProperty.call(message, "resendFrom"))
                    $root.vigia.v1.ResendFrom.encode(message.resendFrom, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                    $root.vigia.v1.Settings.encode(message.settings, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.goAway != null && $Object.hasOwnProperty.call(message, "goAway"))
                    $root.vigia.v1.GoAway.encode(message.goAway, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.vigia.v1.Hello.encode(message.hello, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.enroll != null && $Object.hasOwnProperty.call(message, "enroll"))
                    $root.vigia.v1.Enroll.encode(message.enroll, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.batch != null && $Object.hasOwnProperty.call(message, "batch"))
                    $root.vigia.v1.Batch.encode(message.batch, writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                if (message.unenroll != null && $Object.hasOwnProperty.call(message, "unenroll"))
                    $root.vigia.v1.Unenroll.encode(message.unenroll, writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof vigia.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vigia.v1.Envelope & vigia.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vigia.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.challenge = $root.vigia.v1.Challenge.decode(reader, reader.size(), $undefined, _depth + 1, message.challenge);
                            message.body = "challenge";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.vigia.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.enrolled = $root.vigia.v1.Enrolled.decode(reader, reader.size(), $undefined, _depth + 1, message.enrolled);
                            message.body = "enrolled";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.vigia.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message.body = "refusal";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.vigia.v1.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.body = "ack";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.resendFrom = $root.vigia.v1.ResendFrom.decode(reader, reader.size(), $undefined, _depth + 1, message.resendFrom);
                            message.body = "resendFrom";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.settings = $root.vigia.v1.Settings.decode(reader, reader.size(), $undefined, _depth + 1, message.settings);
                            message.body = "settings";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.goAway = $root.vigia.v1.GoAway.decode(reader, reader.size(), $undefined, _depth + 1, message.goAway);
                            message.body = "goAway";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.vigia.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.enroll = $root.vigia.v1.Enroll.decode(reader, reader.size(), $undefined, _depth + 1, message.enroll);
                            message.body = "enroll";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.batch = $root.vigia.v1.Batch.decode(reader, reader.size(), $undefined, _depth + 1, message.batch);
                            message.body = "batch";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.unenroll = $root.vigia.v1.Unenroll.decode(reader, reader.size(), $undefined, _depth + 1, message.unenroll);
                            message.body = "unenroll";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Envelope message.
             * @function verify
             * @memberof vigia.v1.Envelope
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Envelope.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.challenge != null && $Object.hasOwnProperty.call(message, "challenge")) {
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Challenge.verify(message.challenge, _depth + 1);
                        if (error)
                            return "challenge." + error;
                    }
                }
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Welcome.verify(message.welcome, _depth + 1);
                        if (error)
                            return "welcome." + error;
                    }
                }
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Enrolled.verify(message.enrolled, _depth + 1);
                        if (error)
                            return "enrolled." + error;
                    }
                }
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Refusal.verify(message.refusal, _depth + 1);
                        if (error)
                            return "refusal." + error;
                    }
                }
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Ack.verify(message.ack, _depth + 1);
                        if (error)
                            return "ack." + error;
                    }
                }
                if (message.resendFrom != null && $Object.hasOwnProperty.call(message, "resendFrom")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.ResendFrom.verify(message.resendFrom, _depth + 1);
                        if (error)
                            return "resendFrom." + error;
                    }
                }
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Settings.verify(message.settings, _depth + 1);
                        if (error)
                            return "settings." + error;
                    }
                }
                if (message.goAway != null && $Object.hasOwnProperty.call(message, "goAway")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.GoAway.verify(message.goAway, _depth + 1);
                        if (error)
                            return "goAway." + error;
                    }
                }
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Hello.verify(message.hello, _depth + 1);
                        if (error)
                            return "hello." + error;
                    }
                }
                if (message.enroll != null && $Object.hasOwnProperty.call(message, "enroll")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Enroll.verify(message.enroll, _depth + 1);
                        if (error)
                            return "enroll." + error;
                    }
                }
                if (message.batch != null && $Object.hasOwnProperty.call(message, "batch")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Batch.verify(message.batch, _depth + 1);
                        if (error)
                            return "batch." + error;
                    }
                }
                if (message.unenroll != null && $Object.hasOwnProperty.call(message, "unenroll")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.vigia.v1.Unenroll.verify(message.unenroll, _depth + 1);
                        if (error)
                            return "unenroll." + error;
                    }
                }
                return null;
            };

            /**
             * Gets the type url for Envelope
             * @function getTypeUrl
             * @memberof vigia.v1.Envelope
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Envelope.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/vigia.v1.Envelope";
            };

            return Envelope;
        })();

        return v1;
    })();

    return vigia;
})();

export {
  $root as default
};
