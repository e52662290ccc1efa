package baton.journal.relay;

/** One of several records was refused for good; sent one by one, they will tell which. */
final class RefusedBatch extends Exception {
  private static final long serialVersionUID = 1;

  RefusedBatch(Throwable refusal) {
    super(refusal.getMessage(), refusal);
  }
}
