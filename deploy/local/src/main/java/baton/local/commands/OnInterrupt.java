package baton.local.commands;

/** Does something once, if the process is ended before this is closed: by Ctrl-C for one. */
final class OnInterrupt implements AutoCloseable {
  private final Thread hook;

  OnInterrupt(Runnable action) {
    hook = new Thread(action, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It is being done.
    }
  }
}
