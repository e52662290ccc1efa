package baton.allocation.casework.model;

import baton.contract.OrganisationCode;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListDifference;
import baton.contract.allocation.SupervisorReviewed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a case beside who has it.
 *
 * @param references under which forces' own systems know it
 * @param differences in which a force's own list was last found to disagree
 * @param reviewed the last supervisor's review, or null
 * @param secured the last word on the content at the provider, or null
 */
public record Background(
    Set<LocalReferenceRecorded> references,
    Map<ForceSystem, OpenListDifference> differences,
    SupervisorReviewed reviewed,
    ContentSecured secured) {
  static final Background NONE = new Background(Set.of(), Map.of(), null, null);

  /** A system of a force, such as its crime records. */
  public record ForceSystem(OrganisationCode force, String system) {}

  public Background {
    references = Set.copyOf(references);
    differences = Map.copyOf(differences);
  }

  Background with(LocalReferenceRecorded reference) {
    var changed = new HashSet<>(references);
    changed.add(reference);
    return new Background(changed, differences, reviewed, secured);
  }

  /**
   * @param difference null where they agree again
   */
  Background with(ForceSystem system, OpenListDifference difference) {
    var changed = new HashMap<>(differences);
    if (difference == null) changed.remove(system);
    else changed.put(system, difference);
    return new Background(references, changed, reviewed, secured);
  }

  Background with(SupervisorReviewed review) {
    return new Background(references, differences, review, secured);
  }

  Background with(ContentSecured content) {
    return new Background(references, differences, reviewed, content);
  }
}
