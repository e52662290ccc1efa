package baton.parts.access;

import baton.parts.PartFailed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What the broker answers to an operator, awaited. */
final class Answers {
  private Answers() {}

  /**
   * @throws PartFailed it refuses, or does not answer
   */
  static <T> T of(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new PartFailed("the broker: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("interrupted while asking the broker", e);
    }
  }

  /**
   * @param alreadySo a refusal that means that there is nothing to do
   * @return false where there was nothing to do
   */
  static boolean of(Future<Void> change, Class<? extends Exception> alreadySo) {
    try {
      of(change);
      return true;
    } catch (PartFailed e) {
      if (alreadySo.isInstance(e.getCause())) return false;
      throw e;
    }
  }
}
