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

  /** As an operator would. */
  void stop(String name) {
    if (name.equals(Cast.DATABASE)) postgres().ifPresent(LocalPostgres::close);
    else find(name).ifPresent(Processes::terminate);
  }

  private static void terminate(ProcessHandle process) {
    process.destroy();
    awaitEnd(process);
    process.destroyForcibly();
  }

  void freeze(String name) {
    signal(name, "-STOP");
  }

  void thaw(String name) {
    signal(name, "-CONT");
  }

  private void signal(String name, String signal) {
    var ids = family(name).map(process -> Long.toString(process.pid())).toList();
    if (ids.isEmpty()) return;
    var command = new ArrayList<>(List.of("kill", signal));
    command.addAll(ids);
    run(command);
  }

  /** The process and, for the database, those that it has forked. */
  private Stream<ProcessHandle> family(String name) {
    return find(name).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
  }

  /** False on a machine without {@code prlimit}. */
  static boolean canFillDisk() {
    try {
      run(List.of("prlimit", "--version"));
      return true;
    } catch (UncheckedIOException missing) {
      return false;
    }
  }

  void fillDisk(String name) {
    limit(name, QUOTA_BYTES + ":");
  }

  void emptyDisk(String name) {
    limit(name, "unlimited:");
  }

  private void limit(String name, String bytes) {
    family(name)
        .forEach(
            process ->
                run(List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes)));
  }

  private static void run(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
