from dragoman.cli.main import main

main()
