package baton.journal.relay;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the relay's thread. A wake that comes while it works is kept for its next wait. */
final class Signal {
  private final Lock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private boolean woken;
  private boolean stopped;

  void wake() {
    lock.lock();
    try {
      woken = true;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    lock.lock();
    try {
      stopped = true;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Until the time is over or it is stopped, whoever wakes it. */
  void pause(Duration max) throws InterruptedException {
    lock.lock();
    try {
      long left = max.toNanos();
      while (!stopped && left > 0) left = raised.awaitNanos(left);
    } finally {
      lock.unlock();
    }
  }

  /** True if it was woken before the time was over. */
  boolean await(Duration max) throws InterruptedException {
    lock.lock();
    try {
      long left = max.toNanos();
      while (!woken && !stopped && left > 0) left = raised.awaitNanos(left);
      boolean was = woken;
      woken = false;
      return was;
    } finally {
      lock.unlock();
    }
  }
}
