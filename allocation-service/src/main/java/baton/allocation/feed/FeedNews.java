package baton.allocation.feed;

import baton.contract.OrganisationCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who waits in this process for something to be told, and is woken when it is committed. */
@ApplicationScoped
public class FeedNews {
  private final List<Consumer<Set<OrganisationCode>>> waiting = new CopyOnWriteArrayList<>();

  /**
   * @param woken must not block: a commit waits for it
   */
  public void wake(Consumer<Set<OrganisationCode>> woken) {
    waiting.add(woken);
  }

  void of(Set<OrganisationCode> forces) {
    for (var each : waiting) each.accept(forces);
  }
}
