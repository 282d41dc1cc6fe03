/**
 * A call event, as `client.callEvents.list()` gives them, as far as it is read here: a record of a delivery, or of a
 * command, which holds no event.
 */
export interface CallEventRecord {
  readonly type: string;
  readonly metadata: {
    readonly event?: object;
    readonly attempt?: number;
    readonly delivered_to?: string;
  };
}
