@echo off
rem Builds the distribution when it is missing or older than its sources, then hands over to its bin\byenatos.cmd.
setlocal
set "HERE=%~dp0"
set "TARGET=%HERE%distribution\target"
set "BUILT=%TARGET%\byenatos"
set "STAMP=%TARGET%\byenatos-built"

if not exist "%STAMP%" goto build
if not exist "%BUILT%\bin\byenatos.cmd" goto build
powershell -NoProfile -Command "$built = (Get-Item '%STAMP%').LastWriteTime; $sources = 'pom.xml','bundles','features','config','distribution','models' | ForEach-Object { Join-Path '%HERE%' $_ } | Where-Object { Test-Path $_ } | ForEach-Object { Get-ChildItem $_ -Recurse -File }; if ($sources | Where-Object { $_.LastWriteTime -gt $built -and $_.FullName -notmatch '\\(target|src\\test)\\' } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo byenatos: building needs JDK 17 or later and Maven 3.8.1 or later; mvn is not on the PATH. 1>&2
  exit /b 1
)
echo Building the distribution; the first time Maven fetches what it needs, which takes some minutes. 1>&2
if exist "%STAMP%" del "%STAMP%"
if not exist "%TARGET%" mkdir "%TARGET%"
type nul > "%TARGET%\byenatos-started"
pushd "%HERE%"
call mvn -B package -DskipTests 1>&2
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" (
  echo byenatos: the build failed. 1>&2
  exit /b 1
)
move /y "%TARGET%\byenatos-started" "%STAMP%" >nul

:run
call "%BUILT%\bin\byenatos.cmd" %*
exit /b %ERRORLEVEL%
