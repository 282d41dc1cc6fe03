/** Where messages go: `console`, pino, winston and others have this form. */
export type Logger = Readonly<
  Record<"error" | "warn" | "info" | "debug", (message: string, details?: unknown) => void>
>;

/** The levels, the most urgent first. */
export const logLevels = ["off", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Logs a message of a level that is wanted; its details are made only then. A logger that throws spoils no call. */
export function log(
  { logger, logLevel }: { readonly logger: Logger; readonly logLevel: LogLevel },
  level: Exclude<LogLevel, "off">,
  message: string,
  details: () => unknown,
): void {
  try {
    if (logLevels.indexOf(level) <= logLevels.indexOf(logLevel)) logger[level](message, details());
  } catch {}
}

/** The names of fields whose values stay out of logs. */
const secret = /passw|secret|token|key$|authorization|credential|service_account|^value$/i;

/** The password in `sip:user:password@host`, or in another address; a secret in the query of one. */
const password =
  /(:(?:\/\/)?[^:/@\s]*:)[^:/@\s]+(?=@)|([?&][^=&#\s]*(?:passw|secret|token|key|auth|sig)[^=&#\s]*=)[^&#\s]+/gi;

/** A copy of a body for the log: secrets and passwords are left out, at any depth. */
export function redact(fields: unknown): unknown {
  const text = JSON.stringify(fields, (name, value) => {
    if (secret.test(name)) return "[redacted]";
    return typeof value === "string" ? value.replace(password, "$1$2[redacted]") : value;
  });
  return JSON.parse(text);
}
