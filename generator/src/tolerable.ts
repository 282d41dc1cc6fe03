/** What has a safe answer stops neither a lenient run nor a comparison: the event or action in question is left out. */
export const tolerable: ReadonlySet<string> = new Set([
  ...["event-without-literal", "event-without-envelope", "event-name-different", "event-name-duplicate"],
  // A schema gives way to whatever else has its name.
  ...["correction-unmatched", "correction-unneeded", "schema-name-taken"],
]);
