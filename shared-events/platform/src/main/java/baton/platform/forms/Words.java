package baton.platform.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words of a list as people write them: case, spaces, hyphens and underscores do not matter. */
public final class Words {
  private Words() {}

  public static <E extends Enum<E>> Optional<E> read(Class<E> list, String given) {
    String wanted = letters(given);
    return Arrays.stream(list.getEnumConstants())
        .filter(word -> letters(word.name()).equals(wanted))
        .findFirst();
  }

  private static String letters(String word) {
    return word.toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }

  public static <E extends Enum<E>> String allowed(Class<E> list) {
    return Arrays.stream(list.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
