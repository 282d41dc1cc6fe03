/** What an access to a file or folder gives; undefined where there is none. */
export function ifThere<Result>(access: () => Result): Result | undefined {
  try {
    return access();
  } catch (error) {
    return ignoreAbsence(error as NodeJS.ErrnoException);
  }
}

/** Throws any error but the one that says that there is no such file or folder. */
export function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
