package baton.journal.store;

/** The database refused to begin, commit or roll back, or the work threw a checked exception. */
public final class TransactionFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  TransactionFailed(String message, Throwable cause) {
    super(message, cause);
  }

  static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) throw error;
    if (failure instanceof RuntimeException unchecked) return unchecked;
    return new TransactionFailed("the work of a transaction failed", failure);
  }
}
