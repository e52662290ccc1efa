package baton.acceptance.faults;

import baton.acceptance.faults.Schedule.Cast;
import baton.local.Instance;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.local.client.ServiceName;
import baton.parts.LocalBroker;
import baton.parts.LocalPostgres;
import baton.parts.PartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The processes of an installation by name, and what can be done to them from outside. */
final class Processes {
  private static final Duration END_MAX = Duration.ofSeconds(40);
  private static final Duration START_MAX = Duration.ofSeconds(90);
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final int QUOTA_BYTES = 64 * 1024;

  private final LocalBaton baton;

  Processes(LocalBaton baton) {
    this.baton = baton;
  }

  /** {@code kill -9}; false if there was nothing to be killed. */
  boolean kill(String name) {
    var process = find(name);
    process.ifPresent(ProcessHandle::destroyForcibly);
    process.ifPresent(Processes::awaitEnd);
    return process.isPresent();
  }

  /** As an operator would; false if there was nothing to be stopped. */
  boolean stop(String name) {
    boolean ran = find(name).isPresent();
    if (name.equals(Cast.DATABASE)) postgres().ifPresent(LocalPostgres::close);
    else find(name).ifPresent(Processes::terminate);
    return ran;
  }

  private static void terminate(ProcessHandle process) {
    process.destroy();
    awaitEnd(process);
    process.destroyForcibly();
  }

  /** False if it was not there, or ended meanwhile. */
  boolean freeze(String name) {
    return signal(name, "-STOP");
  }

  void thaw(String name) {
    signal(name, "-CONT");
  }

  private boolean signal(String name, String signal) {
    var ids = family(name).map(process -> Long.toString(process.pid())).toList();
    if (ids.isEmpty()) return false;
    var command = new ArrayList<>(List.of("kill", signal));
    command.addAll(ids);
    return run(command);
  }

  /** The process and, for the database, those that it has forked. */
  private Stream<ProcessHandle> family(String name) {
    return find(name).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
  }

  /** False on a machine without {@code prlimit}. */
  static boolean canFillDisk() {
    try {
      return run(List.of("prlimit", "--version"));
    } catch (UncheckedIOException missing) {
      return false;
    }
  }

  /**
   * No file of it may grow beyond a few kilobytes; what writes on gets an error from the kernel, as
   * it would of a full disk.
   *
   * @return false if it was not there, or ended meanwhile
   */
  boolean fillDisk(String name) {
    return limit(name, QUOTA_BYTES + ":");
  }

  void emptyDisk(String name) {
    limit(name, "unlimited:");
  }

  private boolean limit(String name, String bytes) {
    var limited =
        family(name)
            .map(process -> Long.toString(process.pid()))
            .map(id -> run(List.of("prlimit", "--pid", id, "--fsize=" + bytes)))
            .toList();
    return limited.contains(true);
  }

  /** Whether it went well. */
  private static boolean run(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns when the process runs; a database also answers then. */
  void start(String name) {
    var deadline = System.nanoTime() + START_MAX.toNanos();
    while (true) {
      try {
        launch(name);
        return;
      } catch (PartFailed | Trouble notYet) {
        // What a killed server leaves in shared memory, or on its port, is freed a little later.
        if (System.nanoTime() > deadline) throw notYet;
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  private void launch(String name) {
    try {
      if (name.equals(Cast.DATABASE)) {
        LocalPostgres.start(baton.home().postgres(), baton.home().postgresPort());
      } else if (name.startsWith("kafka")) {
        baton.brokers().launch(number(name));
      } else {
        baton.launch(instance(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ProcessHandle> find(String name) {
    try {
      if (name.equals(Cast.DATABASE)) return postgres().map(LocalPostgres::process);
      if (name.startsWith("kafka"))
        return baton.brokers().running(number(name)).map(LocalBroker::process);
      return Optional.of(baton.process(instance(name)));
    } catch (Trouble doesNotRun) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<LocalPostgres> postgres() {
    try {
      return LocalPostgres.running(baton.home().postgres());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String name) {
    var dash = name.indexOf('-');
    return dash < 0 ? 1 : Integer.parseInt(name.substring(dash + 1));
  }

  private static Instance instance(String name) {
    var service = name.contains("-") ? name.substring(0, name.indexOf('-')) : name;
    return new Instance(
        ServiceName.valueOf(service.toUpperCase(java.util.Locale.ROOT)), number(name));
  }

  private static void awaitEnd(ProcessHandle process) {
    process.onExit().completeOnTimeout(process, END_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
