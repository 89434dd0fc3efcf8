// What the routes of attachments take and answer.
import { type Static, Type } from "typebox";
import { Id, Instant, Named, nullable, ref } from "../../http/schemas.ts";

export const Attachment = Type.Object(
  {
    id: Id,
    name: Type.String(),
    size: Type.Integer({ minimum: 0, description: "Bytes" }),
    mediaType: Type.String({ description: "Told from the content" }),
    sha256: Type.String(),
    createdAt: Instant,
    author: nullable(ref(Named)),
  },
  { $id: "Attachment" },
);
export type Attachment = Static<typeof Attachment>;
export const AttachmentParams = Type.Object({ id: Id, fileId: Id });
export const uploadQuery = Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) });
