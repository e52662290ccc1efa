package baton.platform;

import java.util.Map;

/** What a service adds to the answer of {@code GET /progress}, contributed as a CDI bean. */
@FunctionalInterface
public interface ProgressDetails {
  Map<String, Object> details();
}
