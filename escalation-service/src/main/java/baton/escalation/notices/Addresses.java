package baton.escalation.notices;

import baton.escalation.notices.NoticesConfig.Address;
import baton.escalation.notices.model.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which addresses a notice goes to. */
@ApplicationScoped
class Addresses {
  private final NoticesConfig config;

  Addresses(NoticesConfig config) {
    this.config = config;
  }

  boolean any() {
    return !config.webhook().isEmpty() || !config.mail().isEmpty();
  }

  /** Name to channel. A name is used once, whatever its channel. */
  Map<String, String> of(Notice notice) {
    var found = new LinkedHashMap<String, String>();
    config
        .webhook()
        .forEach(
            (name, webhook) -> {
              if (isFor(webhook, notice)) found.put(name, "webhook");
            });
    config
        .mail()
        .forEach(
            (name, mail) -> {
              if (isFor(mail, notice)) found.putIfAbsent(name, "mail");
            });
    return found;
  }

  private static boolean isFor(Address address, Notice notice) {
    return address.organisation().equals(notice.organisation().value())
        && address.team().map(team -> isTeam(team, notice)).orElse(true)
        && address.rungs().map(rungs -> rungs.contains(notice.rung())).orElse(true);
  }

  private static boolean isTeam(String team, Notice notice) {
    return notice.team() != null && notice.team().value().equals(team);
  }
}
