// Makes protobufjs decode 64-bit fields to numbers, exact to 2^53 - 1. Must be imported before anything in gen/.
import protobuf from "protobufjs/minimal.js";

Reflect.set(protobuf.util, "Long", undefined);
protobuf.configure();
