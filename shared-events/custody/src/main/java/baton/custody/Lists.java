package baton.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Immutable lists made of others. A sweep folds millions of events, and nearly all of them leave
 * nearly all of a list as it is: then it is the same one.
 */
final class Lists {
  private Lists() {}

  /** Each element changed; the very list that was given where none of them is another. */
  static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
    List<T> changed = null;
    for (int i = 0; i < all.size(); i++) {
      T before = all.get(i);
      T after = change.apply(before);
      if (after == before) continue;
      if (changed == null) changed = new ArrayList<>(all);
      changed.set(i, after);
    }
    return changed == null ? all : List.copyOf(changed);
  }

  static <T> List<T> plus(List<T> all, T last) {
    var longer = new ArrayList<T>(all.size() + 1);
    longer.addAll(all);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** The first of these, or null. */
  static <T> T first(List<T> all, Predicate<T> which) {
    for (int i = 0; i < all.size(); i++) if (which.test(all.get(i))) return all.get(i);
    return null;
  }

  /** The last of these, or null. */
  static <T> T last(List<T> all, Predicate<T> which) {
    for (int i = all.size() - 1; i >= 0; i--) if (which.test(all.get(i))) return all.get(i);
    return null;
  }
}
