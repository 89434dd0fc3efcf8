// A value that must be the only one of its kind, refused in words when another row has it.
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";

/** Awaits a write; what breaks a unique index becomes ALREADY_EXISTS with this sentence and field. */
export const refusingTaken =
  (message: string, field: string) =>
  async <Answer>(write: Promise<Answer>): Promise<Answer> => {
    try {
      return await write;
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
        throw new AppError("ALREADY_EXISTS", message, { details: { field }, cause: error });
      throw error;
    }
  };
