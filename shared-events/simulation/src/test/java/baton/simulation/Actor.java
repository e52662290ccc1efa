package baton.simulation;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A thread of a simulated process. It runs only while it is resumed and hands back at its next call
 * to the outside: of all actors and the simulation, one runs at a time, so a schedule is repeated
 * exactly.
 */
public final class Actor {
  private final String name;
  private final String process;
  private final Thread thread;
  private Thread driver;
  private volatile boolean running;
  private boolean started;
  private boolean dead;
  private boolean ended;
  private String at = "begins";
  private int arg;
  private Throwable failure;

  Actor(String name, String process, Consumer<Actor> body) {
    this.name = name;
    this.process = process;
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
  }

  String name() {
    return name;
  }

  String process() {
    return process;
  }

  /** What it is about to do. */
  String at() {
    return at;
  }

  boolean hasBegun() {
    return started;
  }

  boolean ended() {
    return ended;
  }

  public boolean isKilled() {
    return dead;
  }

  /** Until its next call to the outside, or its end. */
  void resume(int how) {
    driver = Thread.currentThread();
    arg = how;
    running = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
    while (running) LockSupport.park(this);
    if (failure instanceof Violation violation) throw violation;
    if (failure != null) throw new Violation("a thread died", name + ": " + failure, failure);
  }

  void kill() {
    if (ended) return;
    dead = true;
    if (started) resume(0);
    ended = true;
  }

  /** A call to the outside: before it anything may happen, or nothing ever again. */
  public Call call(String what) {
    if (dead) throw new Crash();
    at = what;
    running = false;
    LockSupport.unpark(driver);
    while (!running) LockSupport.park(this);
    if (dead) throw new Crash();
    return new Call(arg);
  }

  private void run(Consumer<Actor> body) {
    try {
      body.accept(this);
    } catch (Crash killed) {
      // as it was told
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      ended = true;
      running = false;
      LockSupport.unpark(driver);
    }
  }
}
