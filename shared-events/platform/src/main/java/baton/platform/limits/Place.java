package baton.platform.limits;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** The place that one request takes among those that are being answered; left once. */
public final class Place {
  private static final String KEY = Place.class.getName();

  private final Runnable leaving;
  private final AtomicBoolean left = new AtomicBoolean();

  private Place(Runnable leaving) {
    this.leaving = leaving;
  }

  static Place taken(Runnable leaving) {
    return new Place(leaving);
  }

  void keep(RoutingContext call) {
    call.put(KEY, this);
  }

  void leave() {
    if (left.compareAndSet(false, true)) leaving.run();
  }

  /**
   * For an answer that goes on for hours and mostly waits for news: it takes nobody's place.
   * Whoever gives it up bounds by other means how many there are.
   */
  public static void giveUp(RoutingContext call) {
    Place place = call.get(KEY);
    if (place != null) place.leave();
  }
}
