//! Debian's packages, where they can be installed without a password.

use std::process::Command;

use crate::run;

/// Installs these packages; whether that worked.
pub fn install(packages: &[&str]) -> bool {
    if run::on_path("apt-get").is_none() {
        return false;
    }
    let root = run::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root && !run::succeeds(Command::new("sudo").args(["-n", "true"])) {
        return false;
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        if !root {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]).args(arguments);
        run::capture(&mut command)
    };
    run::step(&format!("Installing {} with apt-get (once)", packages.join(", ")), || {
        apt(&["update"])?;
        apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
    })
    .is_ok()
}
