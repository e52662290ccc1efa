package baton.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Does to an installation what a schedule says, each thing at its moment. */
final class Driver {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Processes processes;
  private final Wires wires;
  private final List<String> names;
  private final Runnable awaitReady;
  private final Consumer<String> tell;
  private final Map<Fault.Kind, Integer> done = new ConcurrentHashMap<>();

  /** What is not to be started before its fault is over. */
  private final Set<String> away = ConcurrentHashMap.newKeySet();

  /** Of one process, everything in its order: a database may take seconds to start. */
  private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

  private record Step(Duration at, String target, boolean begins, String what, Runnable does) {}

  /**
   * @param names of every process
   * @param awaitReady returns when all of them are ready
   */
  Driver(
      Processes processes,
      Wires wires,
      List<String> names,
      Runnable awaitReady,
      Consumer<String> tell) {
    this.processes = processes;
    this.wires = wires;
    this.names = names;
    this.awaitReady = awaitReady;
    this.tell = tell;
  }

  /** How many faults of each kind have befallen something. */
  Map<Fault.Kind, Integer> done() {
    return Map.copyOf(done);
  }

  /**
   * Returns when every fault has begun and has ended, and everything was started again.
   *
   * @param start as {@link System#nanoTime()} says it
   */
  void run(Schedule schedule, long start) {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      long begun = start;
      for (Step step : steps(schedule)) {
        await(begun + step.at().toNanos(), hands);
        if (schedule.oneByOne() && step.begins()) begun += readyAgain();
        tell.accept("%5.1fs %s".formatted((System.nanoTime() - start) / 1e9, step.what()));
        then(step, hands);
      }
      last.values().forEach(CompletableFuture::join);
    }
    wires.mend();
  }

  /**
   * @return how long that took, in nanoseconds
   */
  private long readyAgain() {
    long asked = System.nanoTime();
    last.values().forEach(CompletableFuture::join);
    awaitReady.run();
    return System.nanoTime() - asked;
  }

  /**
   * Until it is closed, what ends by itself is started again: what died of a full disk, or started
   * while its database was away.
   */
  Supervision supervise() {
    return new Supervision(Thread.ofVirtual().start(this::reviveUntilInterrupted));
  }

  /** Ends when it is closed. */
  record Supervision(Thread thread) implements AutoCloseable {
    @Override
    public void close() throws InterruptedException {
      thread.interrupt();
      thread.join();
    }
  }

  private void reviveUntilInterrupted() {
    names.forEach(processes::thaw);
    while (!Thread.currentThread().isInterrupted()) {
      for (String name : names)
        if (processes.find(name).isEmpty()) {
          tell.accept("       " + name + " had ended by itself: started");
          processes.start(name);
        }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** As whatever runs processes would, it starts again what ended by itself. */
  private void await(long until, ExecutorService hands) {
    while (System.nanoTime() < until) {
      park(Math.min(until, System.nanoTime() + LOOK_EVERY.toNanos()));
      for (String name : names)
        if (!away.contains(name) && processes.find(name).isEmpty())
          then(new Step(null, name, false, null, () -> processes.start(name)), hands);
    }
  }

  static void park(long until) {
    for (long left; (left = until - System.nanoTime()) > 0; ) LockSupport.parkNanos(left);
  }

  private void then(Step step, ExecutorService hands) {
    var before = last.getOrDefault(step.target(), CompletableFuture.completedFuture(null));
    last.put(step.target(), before.thenRunAsync(step.does(), hands));
  }

  private List<Step> steps(Schedule schedule) {
    var steps = new ArrayList<Step>();
    for (Fault fault : schedule.faults()) {
      steps.add(new Step(fault.at(), fault.target(), true, fault.toString(), () -> begin(fault)));
      var over = "over      " + fault.kind() + " " + fault.place();
      steps.add(new Step(fault.end(), fault.target(), false, over, () -> end(fault)));
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private void begin(Fault fault) {
    if (isAway(fault)) away.add(fault.target());
    if (befalls(fault)) done.merge(fault.kind(), 1, Integer::sum);
    else tell.accept("       nothing was there for " + fault);
  }

  private boolean befalls(Fault fault) {
    return switch (fault.kind()) {
      case KILL -> kill(fault.target());
      case STOP -> processes.stop(fault.target());
      case FREEZE -> processes.freeze(fault.target());
      case CUT -> {
        wires.between(fault.target(), fault.other()).cut();
        yield true;
      }
      case SILENCE -> {
        wires.between(fault.target(), fault.other()).silence();
        yield true;
      }
      case FULL_DISK -> Processes.canFillDisk() && processes.fillDisk(fault.target());
      case SKEW -> {
        wires.skew(fault.target(), fault.amount());
        restart(fault.target());
        yield true;
      }
      case LEAP -> {
        wires.leap(fault.target(), fault.amount());
        restart(fault.target());
        yield true;
      }
    };
  }

  /** One that had ended by itself is started first: a kill is a kill. */
  private boolean kill(String target) {
    if (processes.find(target).isEmpty()) processes.start(target);
    return processes.kill(target);
  }

  private void end(Fault fault) {
    switch (fault.kind()) {
      case KILL, STOP -> processes.start(fault.target());
      case FREEZE -> processes.thaw(fault.target());
      case CUT, SILENCE -> wires.between(fault.target(), fault.other()).mend();
      case FULL_DISK -> {
        if (Processes.canFillDisk()) processes.emptyDisk(fault.target());
        if (processes.find(fault.target()).isEmpty()) processes.start(fault.target());
      }
      case SKEW -> {
        wires.skew(fault.target(), Duration.ZERO);
        restart(fault.target());
      }
      case LEAP -> {}
    }
    if (isAway(fault)) away.remove(fault.target());
  }

  private static boolean isAway(Fault fault) {
    return switch (fault.kind()) {
      case KILL, STOP, FULL_DISK -> true;
      case FREEZE, CUT, SILENCE, SKEW, LEAP -> false;
    };
  }

  private void restart(String service) {
    processes.stop(service);
    processes.start(service);
  }
}
