package baton.platform;

/** The roles as {@code @RolesAllowed} needs them. */
public final class Roles {
  public static final String AGENCY = "agency";
  public static final String ASSESSOR = "assessor";
  public static final String ALLOCATOR = "allocator";
  public static final String OFFICER = "officer";
  public static final String SUPERVISOR = "supervisor";
  public static final String AUDITOR = "auditor";
  public static final String FORCE_SYSTEM = "force-system";
  public static final String ADMINISTRATOR = "administrator";

  private Roles() {}
}
