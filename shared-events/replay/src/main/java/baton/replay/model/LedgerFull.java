package baton.replay.model;

/** What is open does not fit into the memory that a ledger may take. */
public final class LedgerFull extends IllegalStateException {
  LedgerFull(long bytesMax) {
    super(
        "what is open on the log does not fit into "
            + (bytesMax >> 20)
            + " MiB for each thread; give the sweep more memory");
  }
}
