package baton.journal.relay;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Between threads. */
final class LockSignal implements Signal {
  private final Lock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private boolean woken;
  private boolean stopped;

  @Override
  public void wake() {
    lock.lock();
    try {
      woken = true;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void pause(Duration max) throws InterruptedException {
    lock.lock();
    try {
      long left = max.toNanos();
      while (!stopped && left > 0) left = raised.awaitNanos(left);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean await(Duration max) throws InterruptedException {
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
