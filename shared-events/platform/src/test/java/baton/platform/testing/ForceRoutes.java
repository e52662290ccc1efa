package baton.platform.testing;

import baton.platform.Roles;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a force's own system may send something over REST, as the resources say. */
public final class ForceRoutes {
  private ForceRoutes() {}

  /** Such as {@code /assessments/{referralId}/grade}. */
  public static Set<String> posted(String... packages) {
    JavaClasses classes =
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(packages);
    var routes = new TreeSet<String>();
    classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(POST.class) && open(method))
        .forEach(method -> routes.add(route(method)));
    return routes;
  }

  private static boolean open(JavaMethod method) {
    RolesAllowed allowed =
        method.isAnnotatedWith(RolesAllowed.class)
            ? method.getAnnotationOfType(RolesAllowed.class)
            : method.getOwner().getAnnotationOfType(RolesAllowed.class);
    return List.of(allowed.value()).contains(Roles.FORCE_SYSTEM);
  }

  private static String route(JavaMethod method) {
    String of = method.getOwner().getAnnotationOfType(Path.class).value();
    return method.isAnnotatedWith(Path.class)
        ? of + method.getAnnotationOfType(Path.class).value()
        : of;
  }
}
