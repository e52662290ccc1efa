package baton.custody;

import baton.contract.OrganisationCode;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.OpenListDifference;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a force's own list of open cases disagreed with Baton, oldest first. */
public record OpenLists(List<Differed> all) {
  static final OpenLists NONE = new OpenLists(List.of());

  public OpenLists {
    all = List.copyOf(all);
  }

  /**
   * One difference.
   *
   * @param by the event that told of it
   * @param endedBy the event after which it was none, or null
   */
  public record Differed(
      OrganisationCode force,
      String system,
      OpenListDifference difference,
      Entry by,
      Entry endedBy) {
    boolean stands() {
      return endedBy == null;
    }

    private boolean isIn(OrganisationCode otherForce, String otherSystem) {
      return force.equals(otherForce) && system.equals(otherSystem);
    }

    private Differed ended(Entry event) {
      return new Differed(force, system, difference, by, event);
    }
  }

  /** Told again the next day it is the same difference; another one takes its place. */
  OpenLists differed(OpenListDiffered e, Entry by) {
    boolean known =
        all.stream()
            .anyMatch(
                d -> d.stands() && d.isIn(e.force(), e.system()) && d.difference == e.difference());
    if (known) return this;
    var told = new Differed(e.force(), e.system(), e.difference(), by, null);
    OpenLists others = ending(d -> d.isIn(e.force(), e.system()), by);
    return new OpenLists(Stream.concat(others.all.stream(), Stream.of(told)).toList());
  }

  OpenLists agreed(OpenListAgreed e, Entry by) {
    return ending(d -> d.isIn(e.force(), e.system()), by);
  }

  /** With the case itself. */
  OpenLists concluded(Entry by) {
    return ending(d -> true, by);
  }

  private OpenLists ending(Predicate<Differed> which, Entry by) {
    return new OpenLists(
        all.stream().map(d -> d.stands() && which.test(d) ? d.ended(by) : d).toList());
  }
}
