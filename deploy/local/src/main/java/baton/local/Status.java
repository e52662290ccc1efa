package baton.local;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * How one process of the installation is.
 *
 * @param pid 0 where it is stopped
 */
public record Status(String name, int port, long pid, State state) {

  /** A service that runs without being ready is starting or in trouble: its health says which. */
  public enum State {
    READY,
    NOT_READY,
    STOPPED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static Status of(Home home, Instance instance) throws IOException {
    var running = RunningService.find(home, instance);
    var port = home.port(instance);
    if (running.isEmpty()) {
      return new Status(instance.title(), port, 0, State.STOPPED);
    }
    var state = Readiness.isReady(port) ? State.READY : State.NOT_READY;
    return new Status(instance.title(), port, running.get().process().pid(), state);
  }

  static Status of(String name, int port, Optional<ProcessHandle> process) {
    return process
        .map(running -> new Status(name, port, running.pid(), State.READY))
        .orElseGet(() -> new Status(name, port, 0, State.STOPPED));
  }
}
