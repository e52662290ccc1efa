package baton.parts;

import java.io.IOException;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A process that has ended and whose parent does not ask for its result. */
record Defunct(ProcessHandle process, Process parent) implements AutoCloseable {

  static Defunct start() throws IOException {
    // What becomes of the shell is a sleeper, which never asks for what its child came to.
    var sleeper = new ProcessBuilder("sh", "-c", "sleep 300 & exec sleep 300").start();
    var child =
        Awaitility.await("a child")
            .until(() -> sleeper.children().findFirst(), Optional::isPresent)
            .orElseThrow();
    child.destroyForcibly();
    Awaitility.await("its end").until(() -> !Processes.runs(child));
    return new Defunct(child, sleeper);
  }

  @Override
  public void close() {
    parent.destroyForcibly();
  }
}
